namespace Paname.Reports.Texts;

/// <summary>Words of attacks, the records they find and what the model is good for.</summary>
internal sealed record AttackTexts
{
    internal required string Title { get; init; }

    internal required string Caption { get; init; }

    internal required string Attack { get; init; }

    internal required string BoundsOf { get; init; }

    internal required string Records { get; init; }

    internal required string Status { get; init; }

    internal required string Ran { get; init; }

    internal required string NotApplicable { get; init; }

    internal required string NotRun { get; init; }

    internal required string How { get; init; }

    internal required string Source { get; init; }

    internal required string Aliases { get; init; }

    internal required string Notes { get; init; }

    internal required string Shadows { get; init; }

    internal required string Exposed { get; init; }

    internal required string ExposedCaption { get; init; }

    internal required string ExposedNote { get; init; }

    internal required string NoExposed { get; init; }

    internal required string Rank { get; init; }

    internal required string Record { get; init; }

    internal required string Utility { get; init; }

    internal required string UtilityCaption { get; init; }

    internal required string Measure { get; init; }

    internal required string Value { get; init; }

    internal required string StandardError { get; init; }

    internal required string Direction { get; init; }

    internal required string HigherIsBetter { get; init; }

    internal required string LowerIsBetter { get; init; }

    internal required string StrongestAuc { get; init; }

    internal required string MemberAccuracy { get; init; }

    internal required string NonMemberAccuracy { get; init; }

    internal required string NoUtility { get; init; }
}
