using System.Text.RegularExpressions;

namespace Paname.Documentation.Tests;

/// <summary>A message as a document quotes it: line breaks and digits may differ, since last digits follow the processor's kernels; words may not.</summary>
internal static partial class QuotedText
{
    internal static void Holds(string document, string message)
        => Assert.True(
            Masked(string.Join('\n', Documents.Lines(document))).Contains(Masked(message), StringComparison.Ordinal),
            $"{document} does not quote what is written now:\n{message}");

    private static string Masked(string text) => Spaces().Replace(Numbers().Replace(text, "#"), " ").Trim();

    [GeneratedRegex(@"(?<![\w.])-?\d[\d,]*(\.\d+)?(E[-+]\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
