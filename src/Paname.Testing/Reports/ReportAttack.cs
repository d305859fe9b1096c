namespace Paname.Testing;

/// <summary>One attack of an audit: its metrics and curves, or why there are none.</summary>
public sealed record ReportAttack
{
    /// <summary>The attack's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it was published.</summary>
    public required string Source { get; init; }

    /// <summary>Attacks that rank records in the same order.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>How it was run, one clause each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why it could not run, or <see langword="null"/>.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>Why it did not run although it could have, or <see langword="null"/>.</summary>
    public string? NotRun { get; init; }

    /// <summary>Whether it looked at shadow models.</summary>
    public bool UsesShadows { get; init; }

    /// <summary>Whether its score is graded; a yes or no has no low false positive rates.</summary>
    public bool IsGraded { get; init; }

    /// <summary>Members that bounds rest on: groups where records come in groups.</summary>
    public int Members { get; init; }

    /// <summary>Non-members that bounds rest on.</summary>
    public int NonMembers { get; init; }

    /// <summary>Its metrics, the AUC first; empty when it did not run.</summary>
    public IReadOnlyList<ReportMetric> Metrics { get; init; } = [];

    /// <summary>The ROC curve by rising false positive rate, thinned to a few hundred points; empty when it did not run.</summary>
    public IReadOnlyList<ReportRocPoint> Roc { get; init; } = [];

    /// <summary>How the scores of members and non-members are spread, or <see langword="null"/>.</summary>
    public ReportHistogram? Histogram { get; init; }

    /// <summary>The members with the highest scores, by opaque names, highest first; without their scores.</summary>
    public IReadOnlyList<string> MostExposed { get; init; } = [];
}
