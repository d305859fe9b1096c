using Paname.Reports;
using Paname.Testing;

namespace Paname.Tool;

/// <summary>Writes the reports that were asked for, and says which.</summary>
internal static class ReportFiles
{
    /// <param name="outputs">What is asked for.</param>
    /// <param name="audits">The audits with their gates.</param>
    /// <param name="gates">All gates, also those without an audit.</param>
    /// <param name="history">The history for trends.</param>
    internal static IReadOnlyList<string> Write(OutputsConfig outputs, IReadOnlyList<AuditReport> audits, IReadOnlyList<ReportGate> gates, IReadOnlyList<HistoryEntry> history)
    {
        var options = new ReportOptions { Language = LanguageOf(outputs), History = history };
        var written = new List<string>();
        Save(outputs.Html, () => HtmlReport.Render(audits, options));
        Save(outputs.Markdown, () => MarkdownReport.Render(audits, options));
        Save(outputs.Json, () => Json(audits));
        Save(outputs.Sarif, () => SarifReport.Render(gates));
        return written;

        void Save(string? path, Func<string> text)
        {
            if (path is not null)
            {
                string rendered = text();
                try
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    WholeFile.Write(path, rendered);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    throw ToolException.Unusable($"{path} cannot be written ({exception.GetType().Name}): check that it is no folder, that its folder is yours and that the disk has room.");
                }

                written.Add(path);
            }
        }
    }

    internal static ReportLanguage LanguageOf(OutputsConfig outputs)
        => outputs.Language is { } language ? Words.Choose(language, "The language", ("en", ReportLanguage.English), ("fr", ReportLanguage.French)) : ReportLanguage.English;

    /// <summary>One audit as it is; several as an array.</summary>
    private static string Json(IReadOnlyList<AuditReport> audits)
        => audits.Count == 1 ? audits[0].ToJson() : $"[\n{string.Join(",\n", audits.Select(audit => audit.ToJson().TrimEnd()))}\n]\n";
}
