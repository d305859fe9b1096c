using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>What a claim of epsilon is held against: scores, and what a reader must know of where they come from.</summary>
internal sealed record EpsilonSubject
{
    /// <summary>The audit the scores are of; null for scores made elsewhere.</summary>
    internal MembershipAuditResult? Audit { get; init; }

    internal required string Target { get; init; }

    /// <summary>Hash of the model, or null for a delegate and for scores alone.</summary>
    internal string? TargetFingerprint { get; init; }

    /// <summary>Tells the data from other data; scores alone have none.</summary>
    internal string DataFingerprint { get; init; } = "scores";

    internal string AttackSet { get; init; } = "scores";

    /// <summary>What was compared: records of a model, or scores of training runs.</summary>
    internal required string Compared { get; init; }

    /// <summary>Where shadow models came from, if there were any.</summary>
    internal string? Shadows { get; init; }

    /// <summary>The attacks that ran.</summary>
    internal required IReadOnlyList<(string Attack, bool IsGraded, ScoreSample Sample)> Scores { get; init; }

    /// <summary>How many attacks share the level; fixed by what the attacker has, before any score.</summary>
    internal required int Family { get; init; }

    /// <summary>Attacks without scores, each with the reason.</summary>
    internal IReadOnlyList<UnscoredAttack> Missing { get; init; } = [];

    internal IReadOnlyList<AuditFinding> Findings { get; init; } = [];

    internal required int Seed { get; init; }

    internal required int Members { get; init; }

    internal required int NonMembers { get; init; }

    internal static EpsilonSubject Of(MembershipAuditResult audit) => new()
    {
        Audit = audit,
        Target = audit.Target,
        TargetFingerprint = audit.TargetFingerprint,
        DataFingerprint = audit.DataFingerprint,
        AttackSet = audit.AttackSet,
        Compared = FormattableString.Invariant($"{audit.Members:N0} members against {audit.NonMembers:N0} non-members, attack set {audit.AttackSet}"),
        Scores = [.. audit.Attacks.Where(attack => attack.Sample is not null).Select(attack => (attack.Name, attack.IsGraded, attack.Sample!))],
        Family = audit.Attacks.Count(attack => attack.NotApplicable is null),
        Missing =
        [
            .. audit.Attacks.Where(attack => attack.NotApplicable is not null).Select(attack => new UnscoredAttack(attack.Name, "not applicable", attack.NotApplicable!)),
            .. audit.Attacks.Where(attack => attack.NotRun is not null).Select(attack => new UnscoredAttack(attack.Name, "not run", attack.NotRun!)),
        ],
        Shadows = audit.Shadows,
        Findings = audit.Findings,
        Seed = audit.Seed,
        Members = audit.Members,
        NonMembers = audit.NonMembers,
    };

    internal static EpsilonSubject Of(ScoreSample scores, int seed) => new()
    {
        Target = "the scores given",
        Compared = FormattableString.Invariant($"{scores.Members:N0} scores with the record against {scores.NonMembers:N0} without it"),
        Scores = [("Scores", true, scores)],
        Family = 1,
        Seed = seed,
        Members = scores.Members,
        NonMembers = scores.NonMembers,
    };
}
