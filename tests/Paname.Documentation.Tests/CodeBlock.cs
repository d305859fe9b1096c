namespace Paname.Documentation.Tests;

/// <summary>A fenced block of C# in a document.</summary>
/// <param name="Document">The document's path.</param>
/// <param name="Line">The line of its first line of code, counted from 1.</param>
/// <param name="Framework">"xunit" or "nunit": by an HTML comment before the block, else xunit.</param>
/// <param name="Lines">The code.</param>
internal sealed record CodeBlock(string Document, int Line, string Framework, IReadOnlyList<string> Lines)
{
    internal static IEnumerable<CodeBlock> Of(string document, IReadOnlyList<string> lines)
    {
        string framework = "xunit";
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i] is "<!-- nunit -->" or "<!-- xunit -->")
            {
                framework = lines[i][5..10];
            }
            else if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                int end = i + 1;
                while (end < lines.Count && !lines[end].StartsWith("```", StringComparison.Ordinal))
                {
                    end++;
                }

                if (lines[i] == "```csharp")
                {
                    yield return new CodeBlock(document, i + 2, framework, [.. lines.Skip(i + 1).Take(end - i - 1)]);
                }

                framework = "xunit";
                i = end;
            }
        }
    }
}
