using System.Text.RegularExpressions;

namespace Paname.Documentation.Tests;

/// <summary>A message as a document quotes it, line by line: digits may differ, since the last ones follow the processor's kernels, and so may the order of attacks; words may not.</summary>
internal static partial class QuotedText
{
    internal static void Holds(string document, string message)
    {
        string page = Masked(string.Join('\n', Documents.Lines(document)));
        Assert.Equal([], message.Split('\n').Where(line => !page.Contains(Masked(line), StringComparison.Ordinal)).Select(line => $"{document} does not quote: {line}"));
    }

    private static string Masked(string text) => Spaces().Replace(Numbers().Replace(text, "#"), " ").Trim();

    [GeneratedRegex(@"(?<![\w.])-?\d[\d,]*(\.\d+)?(E[-+]\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
