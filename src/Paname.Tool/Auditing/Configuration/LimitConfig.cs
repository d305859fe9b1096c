namespace Paname.Tool;

/// <summary>A limit that the audit is held against.</summary>
internal sealed record LimitConfig
{
    /// <summary>"auc" or "tpr".</summary>
    public string? Metric { get; init; }

    /// <summary>With tpr: the false positive rate.</summary>
    public double? Fpr { get; init; }

    public double? Below { get; init; }

    /// <summary>"upper-bound" (default), "leak-proven" or "point-estimate".</summary>
    public string? Evidence { get; init; }
}
