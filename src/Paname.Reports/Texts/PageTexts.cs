namespace Paname.Reports.Texts;

/// <summary>Words of the page around its content.</summary>
internal sealed record PageTexts
{
    internal required string TitleOfOne { get; init; }

    internal required string TitleOfMany { get; init; }

    internal required string Subtitle { get; init; }

    internal required string SkipToContent { get; init; }

    internal required string Contents { get; init; }

    internal required string Numbers { get; init; }

    internal required string Footer { get; init; }

    internal required string LanguageNote { get; init; }

    internal required string Summary { get; init; }

    internal required string AllHold { get; init; }

    internal required string SomeDoNot { get; init; }

    internal required string NotJudged { get; init; }

    internal required string PassingMeans { get; init; }

    internal required string Conditional { get; init; }

    internal required string Overview { get; init; }

    internal required string Model { get; init; }

    internal required string AttackSet { get; init; }

    internal required string TestsThatHold { get; init; }

    internal required string HoldOf { get; init; }

    internal required string AuditOf { get; init; }

    internal required string NoAudits { get; init; }

    internal required string Yes { get; init; }

    internal required string No { get; init; }
}
