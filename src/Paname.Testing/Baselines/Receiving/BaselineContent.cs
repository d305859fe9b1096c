namespace Paname.Testing;

/// <summary>What one result gives to its baseline: the metrics of all attacks of its audit, also where it is the row of a single attack, so that all rows of a theory write the same file.</summary>
internal sealed record BaselineContent
{
    internal const double Tolerance = 1e-6;

    /// <summary>What is measured, to tell results apart that would share a file: "membership", "auc", "tpr@0.01".</summary>
    internal required string Kind { get; init; }

    internal required BaselineSubject Subject { get; init; }

    internal required IReadOnlyDictionary<string, BaselineMetric> Metrics { get; init; }

    /// <summary>The attacks, or classes under an attack, that have no metric, with the reason.</summary>
    internal IReadOnlyDictionary<string, string> NotApplicable { get; init; } = new Dictionary<string, string>();

    /// <summary>The names of the audit's attacks.</summary>
    internal IReadOnlyList<string> Attacks { get; init; } = [];

    /// <summary>The audit the result belongs to; null for scores made elsewhere.</summary>
    internal MembershipAuditResult? Audit { get; init; }

    /// <summary>What the previous model gave, or null when there is none.</summary>
    internal PreviousRun? Previous { get; init; }

    /// <summary>What a reader must know beside the numbers, one clause each.</summary>
    internal IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Tells this content from other content that might be stored under the same name.</summary>
    internal string Key
        => string.Join('|', Kind, Subject.Target, Subject.TargetFingerprint, Subject.DataFingerprint, Subject.AttackSet, FormattableString.Invariant($"{Subject.Seed}"));

    internal Baseline ToBaseline(string test, BaselineOptions options) => new()
    {
        Test = test,
        Subject = Subject,
        Margin = options.Margin,
        Tolerance = Tolerance,
        Metrics = Metrics,
        NotApplicable = NotApplicable,
    };

    internal static BaselineSubject SubjectOf(MembershipAuditResult audit) => new()
    {
        Target = audit.Target,
        TargetFingerprint = audit.TargetFingerprint,
        DataFingerprint = audit.DataFingerprint,
        Members = audit.Members,
        NonMembers = audit.NonMembers,
        AttackSet = audit.AttackSet,
        Seed = audit.Seed,
        PanameVersion = RunReports.Version,
    };

    internal static BaselineSubject SubjectOf(EpsilonSubject scores, string attackSet) => new()
    {
        Target = scores.Target,
        TargetFingerprint = scores.TargetFingerprint,
        DataFingerprint = scores.DataFingerprint,
        Members = scores.Members,
        NonMembers = scores.NonMembers,
        AttackSet = attackSet,
        Seed = scores.Seed,
        PanameVersion = RunReports.Version,
    };
}
