namespace Paname.Reports;

/// <summary>The language of a report's own text. What the engine or a test said stays English, and is marked as such.</summary>
public enum ReportLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>French.</summary>
    French,
}
