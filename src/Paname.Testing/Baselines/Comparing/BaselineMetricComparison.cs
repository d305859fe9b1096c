namespace Paname.Testing;

/// <summary>One metric of a comparison with a baseline.</summary>
public sealed record BaselineMetricComparison
{
    /// <summary>The metric's name, such as "Loss auc".</summary>
    public required string Name { get; init; }

    /// <summary>Whether a worse value fails the test.</summary>
    public required bool Gated { get; init; }

    /// <summary>What the comparison says: <see cref="BaselineOutcome.Changed"/> when one side lacks the metric, <see langword="null"/> for a metric that is shown only.</summary>
    public BaselineOutcome? Outcome { get; init; }

    /// <summary>The accepted metric, or <see langword="null"/> when the baseline lacks it.</summary>
    public BaselineMetric? Verified { get; init; }

    /// <summary>The metric of this run, or <see langword="null"/> when it lacks it.</summary>
    public BaselineMetric? Received { get; init; }

    /// <summary>What this run is held against: the mean of the accepted retrainings, or the accepted value of the same model.</summary>
    public double? Reference { get; init; }

    /// <summary>The value of this run less <see cref="Reference"/>.</summary>
    public double? Difference { get; init; }

    /// <summary>Its standard error over records and training seeds; 0 when the same model was measured again.</summary>
    public double? StandardError { get; init; }

    /// <summary>Lower one-sided 95 % bound of the difference.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper one-sided 95 % bound of the difference.</summary>
    public double? Upper { get; init; }

    /// <summary>The one-sided p-value of "worse", adjusted over all gated metrics (Holm) and for the anchor; unadjusted for a metric that is shown only; <see langword="null"/> when the
    /// same model was measured again.</summary>
    public double? PValue { get; init; }

    /// <summary>The one-sided p-value of "better", adjusted over all gated metrics (Holm).</summary>
    public double? BetterPValue { get; init; }

    /// <summary>The value of this run less the anchor, where the anchor differs from what was last accepted; otherwise <see langword="null"/>.</summary>
    public double? AnchorDifference { get; init; }

    /// <summary>The smallest worsening that would be seen four times in five, or <see langword="null"/>.</summary>
    public double? Mde { get; init; }

    /// <summary>What the reader must know beside the numbers, or <see langword="null"/>.</summary>
    public string? Note { get; init; }

    /// <summary>Whether this model is one of the accepted retrainings, whose value must be met exactly (up to the tolerance).</summary>
    public bool SameModel { get; init; }
}
