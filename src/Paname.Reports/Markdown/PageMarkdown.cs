using System.Text;
using Paname.Reports.Document;
using Paname.Reports.Html;
using Paname.Reports.Texts;

namespace Paname.Reports.Markdown;

/// <summary>Writes a whole report as Markdown.</summary>
internal static class PageMarkdown
{
    internal static string Write(ReportPage page, ReportTexts texts)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(MarkdownText.Escape(page.Title)).Append("\n\n");
        if (page.Subtitle.Length > 0)
        {
            text.Append(MarkdownText.Escape(page.Subtitle)).Append("\n\n");
        }

        var blocks = new BlockMarkdown(text);
        blocks.Write(page.Content);
        return text.Append("---\n\n").Append(MarkdownText.Escape(ReportTexts.Fill(texts.Page.Footer, Assets.Version))).Append('\n').ToString();
    }
}
