using Paname.Attacks.Data;
using Paname.Reports.Html;
using Paname.Reports.Sections;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports;

/// <summary>Renders audits as one HTML file that is complete in itself: it loads nothing, and its content security policy forbids it to. All numbers stand in tables; charts are
/// drawn above them where JavaScript runs. The same audits and options give the same file, byte by byte.</summary>
public static class HtmlReport
{
    /// <summary>Renders audits.</summary>
    /// <param name="audits">The audits, in the order they are shown.</param>
    /// <param name="options">Language, history and title; default: as <see cref="ReportOptions"/> says.</param>
    /// <returns>The file's text; UTF-8 is declared in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The language is none of <see cref="ReportLanguage"/>.</exception>
    /// <exception cref="PanameDataException">A number of the history cannot be used; the message names run and metric.</exception>
    public static string Render(IReadOnlyList<AuditReport> audits, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(audits);
        options ??= new ReportOptions();
        return PageHtml.Write(ReportBuilder.Build(audits, options), ReportTexts.Of(options.Language));
    }
}
