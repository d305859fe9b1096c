namespace Paname.Reports.Texts;

/// <summary>Words of charts.</summary>
internal sealed record ChartTexts
{
    internal required string Forest { get; init; }

    internal required string ForestAlternative { get; init; }

    internal required string Roc { get; init; }

    internal required string RocFigure { get; init; }

    internal required string RocAlternative { get; init; }

    internal required string RocLogAlternative { get; init; }

    internal required string RocCaption { get; init; }

    internal required string RocNote { get; init; }

    internal required string FalsePositiveRate { get; init; }

    internal required string TruePositiveRate { get; init; }

    internal required string OtherAttacks { get; init; }

    internal required string Chance { get; init; }

    internal required string Limit { get; init; }

    internal required string Histograms { get; init; }

    internal required string HistogramNote { get; init; }

    internal required string Histogram { get; init; }

    internal required string HistogramAlternative { get; init; }

    internal required string HistogramCaption { get; init; }

    internal required string ScoreFrom { get; init; }

    internal required string ScoreTo { get; init; }

    internal required string Score { get; init; }

    internal required string ShareOfRecords { get; init; }

    internal required string Members { get; init; }

    internal required string NonMembers { get; init; }
}
