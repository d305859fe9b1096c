namespace Paname.Reports.Texts;

/// <summary>Names of metrics.</summary>
internal sealed record MetricTexts
{
    internal required string Auc { get; init; }

    internal required string TprAt { get; init; }

    internal required string AucPerClass { get; init; }

    internal required string AucOfClass { get; init; }

    internal required string Epsilon { get; init; }

    internal required string EpsilonAt { get; init; }

    internal required string Advantage { get; init; }

    internal required string Baseline { get; init; }
}
