namespace Paname.Reports.Texts;

/// <summary>Every word of a report's own, in one language. {0}, {1} ... stand for values.</summary>
internal sealed record ReportTexts
{
    /// <summary>The language's tag for browsers and screen readers.</summary>
    internal required string LanguageTag { get; init; }

    /// <summary>What stands between a name and its value.</summary>
    internal required string Colon { get; init; }

    internal required IReadOnlyList<string> Months { get; init; }

    internal required PageTexts Page { get; init; }

    internal required VerdictTexts Verdicts { get; init; }

    internal required MetricTexts Metrics { get; init; }

    internal required AttackTexts Attacks { get; init; }

    internal required ChartTexts Charts { get; init; }

    internal required ControlTexts Controls { get; init; }

    internal required CoverageTexts Coverage { get; init; }

    internal required EvidenceTexts Evidence { get; init; }

    internal required TrendTexts Trends { get; init; }

    internal required ReadingTexts Reading { get; init; }

    internal static ReportTexts Of(ReportLanguage language) => language switch
    {
        ReportLanguage.English => English.Texts,
        ReportLanguage.French => French.Texts,
        _ => throw new ArgumentOutOfRangeException(nameof(language), "A report is written in English or in French."),
    };

    /// <summary>Puts values into a text.</summary>
    internal static string Fill(string text, params ReadOnlySpan<string> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            text = text.Replace(FormattableString.Invariant($"{{{i}}}"), values[i], StringComparison.Ordinal);
        }

        return text;
    }
}
