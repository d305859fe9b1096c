using Paname.Attacks.Data;
using Paname.Reports.Markdown;
using Paname.Reports.Sections;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports;

/// <summary>Renders audits as Markdown with tables (GitHub's flavour): all that the HTML report says, with tables where it has charts.</summary>
public static class MarkdownReport
{
    /// <summary>Renders audits.</summary>
    /// <param name="audits">The audits, in the order they are shown.</param>
    /// <param name="options">Language, history and title; default: as <see cref="ReportOptions"/> says.</param>
    /// <returns>The text, with line feeds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The language is none of <see cref="ReportLanguage"/>.</exception>
    /// <exception cref="PanameDataException">A number of the history cannot be used; the message names run and metric.</exception>
    public static string Render(IReadOnlyList<AuditReport> audits, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(audits);
        options ??= new ReportOptions();
        return PageMarkdown.Write(ReportBuilder.Build(audits, options), ReportTexts.Of(options.Language));
    }
}
