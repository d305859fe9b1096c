namespace Paname.Reports.Texts;

/// <summary>Words of the trend over runs.</summary>
internal sealed record TrendTexts
{
    internal required string Title { get; init; }

    internal required string TitleOf { get; init; }

    internal required string Note { get; init; }

    internal required string TooFew { get; init; }

    internal required string SeriesOf { get; init; }

    internal required string SeriesAlternative { get; init; }

    internal required string SeriesCaption { get; init; }

    internal required string Run { get; init; }

    internal required string Day { get; init; }

    internal required string Commit { get; init; }

    internal required string Remarks { get; init; }

    internal required string SameModel { get; init; }

    internal required string OtherData { get; init; }

    internal required string OtherAttackSet { get; init; }

    internal required string OtherSeed { get; init; }

    internal required string ChangeOf { get; init; }

    internal required string Level { get; init; }

    internal required string Change { get; init; }

    internal required string Estimates { get; init; }

    internal required string Changes { get; init; }

    internal required string ChangesCaption { get; init; }

    internal required string Metric { get; init; }

    internal required string NoChange { get; init; }

    internal required string ChangeAt { get; init; }

    internal required string LatestLevel { get; init; }

    internal required string Tradeoff { get; init; }

    internal required string TradeoffNote { get; init; }

    internal required string TradeoffAlternative { get; init; }

    internal required string TradeoffCaption { get; init; }

    internal required string Utility { get; init; }

    internal required string Leakage { get; init; }

    internal required string NotBeaten { get; init; }

    internal required string Beaten { get; init; }
}
