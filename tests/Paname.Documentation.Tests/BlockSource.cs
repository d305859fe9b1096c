using System.Text;
using System.Text.RegularExpressions;

namespace Paname.Documentation.Tests;

/// <summary>Turns a block into a source file: types into a namespace of their own, members into a class, statements into a method. The compiler
/// reports errors at the document's lines.</summary>
internal static partial class BlockSource
{
    /// <summary>What blocks may use without declaring it; a block's own declaration of the same name hides it.</summary>
    internal const string Predeclared = """
        public sealed class CreditModel : MembershipSubject
        {
            protected override MembershipSetup SetUp(AuditContext context) => new(Documented.Model, Documented.Data);
        }

        internal static class Documented
        {
            internal static IClassifier Model => throw null!;

            internal static MembershipData Data => throw null!;
        }
        """;

    internal static string Write(CodeBlock block, string fullPath)
    {
        int head = block.Lines.TakeWhile(IsHead).Count();
        string[] rest = [.. block.Lines.Skip(head)];
        var text = new StringBuilder();
        Append(text, block.Lines.Take(head), block.Line, fullPath);
        text.AppendLine("#line default");
        text.AppendLine(FormattableString.Invariant($"namespace Block{block.Line}Of{NotInName().Replace(block.Document, "_")} {{"));
        if (rest.Any(line => TypeDeclaration().IsMatch(line)))
        {
            Append(text, rest, block.Line + head, fullPath);
        }
        else
        {
            bool members = rest.Any(line => MemberDeclaration().IsMatch(line));
            text.AppendLine("public class Body { static IClassifier model => Documented.Model; static MembershipData data => Documented.Data;");
            text.AppendLine(members ? string.Empty : "async Task Run() { await Task.CompletedTask;");
            Append(text, rest, block.Line + head, fullPath);
            text.AppendLine("#line default");
            text.AppendLine(members ? "}" : "} }");
        }

        text.AppendLine("#line default").AppendLine("}");
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> lines, int first, string fullPath)
    {
        text.AppendLine(FormattableString.Invariant($"#line {first} \"{fullPath}\""));
        foreach (string line in lines)
        {
            text.AppendLine(line);
        }
    }

    private static bool IsHead(string line) => line.Length == 0 || UsingDirective().IsMatch(line) || line.StartsWith("[assembly:", StringComparison.Ordinal);

    [GeneratedRegex(@"^using\s+(static\s+)?[\w.]+(\s*=\s*[\w.<>]+)?;")]
    private static partial Regex UsingDirective();

    [GeneratedRegex(@"^((public|internal|sealed|abstract|static|partial|readonly)\s+)*(class|record|struct|interface|enum)\s")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^((public|private|protected)\s|\[\w)")]
    private static partial Regex MemberDeclaration();

    [GeneratedRegex(@"\W")]
    private static partial Regex NotInName();
}
