using Paname.Reports.Document;
using Paname.Reports.Texts;

namespace Paname.Reports.Html;

/// <summary>Writes lines of text as HTML.</summary>
internal sealed class PhraseHtml(HtmlText html, ReportTexts texts)
{
    private readonly string? _english = texts.LanguageTag == "en" ? null : "en";

    internal void Write(Phrase phrase)
    {
        foreach (Inline part in phrase.Parts)
        {
            Write(part);
        }
    }

    private void Write(Inline part)
    {
        switch (part.Kind)
        {
            case InlineKind.Strong:
                html.Open("strong").Text(part.Text).Close("strong");
                break;
            case InlineKind.Code:
                Code(html.Open("code", ("translate", "no")), part.Text);
                break;
            case InlineKind.English:
                html.Open("span", ("lang", _english)).Text(part.Text).Close("span");
                break;
            case InlineKind.Verdict:
                html.Open("span", ("class", "verdict " + part.Target)).Raw($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon-{part.Target}\"></use></svg>").Text(part.Text).Close("span");
                break;
            case InlineKind.Link:
                html.Open("a", ("href", part.Target), ("rel", part.Target!.StartsWith('#') ? null : "noreferrer")).Text(part.Text).Close("a");
                break;
            case InlineKind.Aside:
                html.Open("span", ("class", "aside")).Text(part.Text).Close("span");
                break;
            case InlineKind.AsideCode:
                Code(html.Open("code", ("class", "aside"), ("translate", "no")), part.Text);
                break;
            default:
                html.Text(part.Text);
                break;
        }
    }

    /// <summary>Long names may be broken where their parts meet, and only there.</summary>
    private static void Code(HtmlText html, string name)
    {
        int start = 0;
        for (int i = 0; i < name.Length - 1; i++)
        {
            if (name[i] is '.' or '_' or '/')
            {
                html.Text(name[start..(i + 1)]).Raw("<wbr>");
                start = i + 1;
            }
        }

        html.Text(name[start..]).Close("code");
    }
}
