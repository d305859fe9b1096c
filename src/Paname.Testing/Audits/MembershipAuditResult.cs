using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>All that one audit found: every attack, whether it ran or not, with what identifies the run. Holds no record value.</summary>
public sealed class MembershipAuditResult
{
    private readonly Lazy<AuditReport> _report;

    internal MembershipAuditResult(IReadOnlyList<AttackResult> attacks)
    {
        Attacks = attacks;
        _report = new Lazy<AuditReport>(() => AuditReport.Of(this));
    }

    /// <summary>The model's name: its file name.</summary>
    public required string Target { get; init; }

    /// <summary>SHA-256 of the model, or <see langword="null"/> for a delegate.</summary>
    public required string? TargetFingerprint { get; init; }

    /// <summary>SHA-256 of the data: <see cref="Paname.Attacks.Data.MembershipData.Fingerprint"/>, or the fingerprint of predictions.</summary>
    public required string DataFingerprint { get; init; }

    /// <summary>The attack set and its version.</summary>
    public required string AttackSet { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>How many members were audited.</summary>
    public required int Members { get; init; }

    /// <summary>How many non-members were audited.</summary>
    public required int NonMembers { get; init; }

    /// <summary>Share of members classified rightly, or <see langword="null"/> when unknown.</summary>
    public required double? MemberAccuracy { get; init; }

    /// <summary>Share of non-members classified rightly, or <see langword="null"/> when unknown.</summary>
    public required double? NonMemberAccuracy { get; init; }

    /// <summary>Where the shadow models came from, as one clause, or <see langword="null"/> when there were none.</summary>
    public string? Shadows { get; init; }

    /// <summary>The time there was for the audit, or <see langword="null"/> for as long as it took.</summary>
    public TimeSpan? TimeBudget { get; init; }

    /// <summary>When the audit began, in UTC.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>How long it took; audits are run once per process, however many tests ask.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How useful the model is, as the set-up says.</summary>
    public IReadOnlyList<UtilityMetric> Utility { get; init; } = [];

    /// <summary>How many parameters the model has, or <see langword="null"/> when it does not say (<see cref="Paname.Attacks.Targets.IParameterCount"/>).</summary>
    public long? Parameters { get; init; }

    /// <summary>What the controls gave, each attack by itself; empty when they did not run. <see cref="Findings"/> says what they mean for verdicts.</summary>
    public IReadOnlyList<ReportControl> Controls { get; init; } = [];

    /// <summary>What the previous model's AUCs are on the same records, or null when none was given.</summary>
    internal PreviousRun? Previous { get; init; }

    /// <summary>What the reader must know beside the numbers.</summary>
    public required IReadOnlyList<AuditFinding> Findings { get; init; }

    /// <summary>All attacks of the set, in its order.</summary>
    public IReadOnlyList<AttackResult> Attacks { get; }

    /// <summary>The attacks that could run against what the attacker sees, whether time allowed it or not: the family of Holm's correction, fixed before any result.</summary>
    public IReadOnlyList<AttackResult> Planned => [.. Attacks.Where(attack => attack.NotApplicable is null)];

    /// <summary>The attacks that ran.</summary>
    public IReadOnlyList<AttackResult> Applicable => [.. Attacks.Where(attack => attack.Sample is not null)];

    /// <summary>The report of the audit, made when first asked for.</summary>
    internal AuditReport Report => _report.Value;

    /// <summary>The AUC of an attack with its bounds.</summary>
    /// <param name="attack">The attack's name.</param>
    /// <returns>The estimate with one-sided 95 % bounds.</returns>
    /// <exception cref="ArgumentException">No attack of that name ran.</exception>
    public BoundedEstimate AucOf(string attack)
        => Auc.Estimate(Applicable.FirstOrDefault(a => a.Name == attack)?.Sample
            ?? throw new ArgumentException($"No attack named '{attack}' ran; these did: {string.Join(", ", Applicable.Select(a => a.Name))}.", nameof(attack)));
}
