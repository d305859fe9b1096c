using Paname.Testing;

namespace Paname.Reports;

/// <summary>How a report is written; for HTML and Markdown alike.</summary>
public sealed record ReportOptions
{
    /// <summary>The language of the report's own text; default English.</summary>
    public ReportLanguage Language { get; init; } = ReportLanguage.English;

    /// <summary>The audits that came before, oldest first, for the trend; default none: no trend is shown. Entries about models that the report does not speak of are left out.</summary>
    public IReadOnlyList<HistoryEntry> History { get; init; } = [];

    /// <summary>The report's title; default <see langword="null"/>: "Privacy audit" and the model's name.</summary>
    public string? Title { get; init; }
}
