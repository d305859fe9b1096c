using System.Text;
using Paname.Reports.Document;

namespace Paname.Reports.Markdown;

/// <summary>Writes lines of text as Markdown in which no text from outside is markup.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]#|~$!@";

    /// <summary>Takes from a text what Markdown or HTML would read as markup, and its line ends.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '\r' => escaped,
                '\n' => escaped.Append(' '),
                _ when Special.Contains(c, StringComparison.Ordinal) => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    internal static string Of(Phrase phrase) => string.Concat(phrase.Parts.Select(Of));

    /// <summary>Code that holds a backtick or a bar would end its span or its cell: such a name is written as text.</summary>
    private static string Code(string text) => text.Length == 0 || text.AsSpan().ContainsAny("`|\r\n\\") ? Escape(text) : $"`{text}`";

    private static string Of(Inline part) => part.Kind switch
    {
        InlineKind.Strong => $"**{Escape(part.Text)}**",
        InlineKind.Code => Code(part.Text),
        InlineKind.Verdict => $"{Icon(part.Target)} **{Escape(part.Text)}**",
        InlineKind.Link when part.Target!.StartsWith('#') => Escape(part.Text),
        InlineKind.Link => Code(part.Target!),
        InlineKind.Aside => $"<br>{Escape(part.Text)}",
        InlineKind.AsideCode => $"<br>{Code(part.Text)}",
        _ => Escape(part.Text),
    };

    private static string Icon(string? tone) => tone switch
    {
        Tone.Pass => "✅",
        Tone.Fail => "❌",
        Tone.Doubt => "❓",
        _ => "➖",
    };
}
