using Paname.Testing;

namespace Paname.Reports;

internal static class HtmlReport
{
    internal static string Render(IReadOnlyList<AuditReport> audits, ReportOptions options) => $"{audits.Count}{options}";
}

internal static class MarkdownReport
{
    internal static string Render(IReadOnlyList<AuditReport> audits, ReportOptions options) => $"{audits.Count}{options}";
}
