namespace Paname.Tool;

/// <summary>How an audit is run.</summary>
internal sealed record RunConfig
{
    /// <summary>"smoke", "standard" or "thorough".</summary>
    public string? Tier { get; init; }

    public int? Seed { get; init; }

    public bool? Controls { get; init; }

    public double? TimeBudgetSeconds { get; init; }

    public bool? LabelMapConfirmed { get; init; }
}
