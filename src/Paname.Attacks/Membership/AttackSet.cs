using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>A named, versioned list of attacks. Which of them run depends on what the attacker sees, never on the data.</summary>
public sealed class AttackSet
{
    /// <summary>Gathers attacks.</summary>
    /// <param name="name">Name and version, such as "smoke/1"; a change of the attacks is a new version.</param>
    /// <param name="attacks">At least one, with distinct names.</param>
    public AttackSet(string name, IReadOnlyList<IMembershipAttack> attacks)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(attacks);
        ArgumentOutOfRangeException.ThrowIfZero(attacks.Count, nameof(attacks));
        if (attacks.DistinctBy(attack => attack.Name).Count() != attacks.Count)
        {
            throw new ArgumentException($"Attack set {name} names an attack twice.", nameof(attacks));
        }

        Name = name;
        Attacks = [.. attacks];
    }

    /// <summary>Loss, Entropy, ModifiedEntropy and Correctness: seconds, no shadow model, no training.</summary>
    public static AttackSet Smoke { get; } = new(
        "smoke/1",
        [MembershipAttacks.Loss, MembershipAttacks.Entropy, MembershipAttacks.ModifiedEntropy, MembershipAttacks.Correctness]);

    /// <summary>The smoke attacks; LiRA, RMIA and CalibratedLoss, for which 16 shadow models are enough; and AttackClassifier: minutes.</summary>
    public static AttackSet Standard { get; } = new(
        "standard/1",
        [.. Smoke.Attacks, ShadowAttacks.Lira(), ShadowAttacks.Rmia(), ShadowAttacks.CalibratedLoss(), LearnedAttacks.Classifier()]);

    /// <summary>The standard attacks, for 64 shadow models or more; BASE, AttackR and ShadowClassifier; QMIA; and those that ask the target again or look inside it:
    /// BoundaryDistance, AugmentationRobustness, GradientNorm and NoiseStability. As long as it takes.</summary>
    public static AttackSet Thorough { get; } = new(
        "thorough/1",
        [
            .. Standard.Attacks,
            ShadowAttacks.Base, ShadowAttacks.AttackR, LearnedAttacks.ShadowClassifier(), LearnedAttacks.QuantileRegression(),
            QueryAttacks.GradientNorm(), QueryAttacks.NoiseStability(), QueryAttacks.Robustness(), QueryAttacks.BoundaryDistance(),
        ]);

    /// <summary>The set of a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <returns>Its set.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such tier.</exception>
    public static AttackSet Of(AttackTier tier) => tier switch
    {
        AttackTier.Smoke => Smoke,
        AttackTier.Standard => Standard,
        AttackTier.Thorough => Thorough,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), "Unknown tier."),
    };

    /// <summary>Name and version.</summary>
    public string Name { get; }

    /// <summary>All attacks, in the order of report.</summary>
    public IReadOnlyList<IMembershipAttack> Attacks { get; }

    /// <summary>How many of the attacks can run: the size of the family in Holm's correction, known before any result.</summary>
    /// <param name="view">What the attacker sees.</param>
    /// <returns>0 to the number of attacks.</returns>
    public int ApplicableCount(AttackerView view) => Attacks.Count(attack => attack.NotApplicable(view) is null);
}
