namespace Paname.Attacks.Metrics.Slices;

/// <summary>Which claim is made about every slice, and at which error rate.</summary>
public sealed record SliceOptions
{
    /// <summary>The metric.</summary>
    public required LeakMetric Metric { get; init; }

    /// <summary>The limit no slice should reach, above 0 and at most 1.</summary>
    public required double Limit
    {
        get;
        init
        {
            MetricArguments.CheckLimit(value, nameof(Limit));
            field = value;
        }
    }

    /// <summary>Error rate of each slice's own bounds, and of all proofs of a leak together; above 0 and at most 0.5, default 0.05.</summary>
    public double Level
    {
        get;
        init
        {
            MetricArguments.CheckLevel(value, nameof(Level));
            field = value;
        }
    }

        = 0.05;

    /// <summary>Draws one record per group, for a TPR; default 0.</summary>
    public int Seed { get; init; }
}
