using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>A membership inference attack: gives every record a score, higher for records it takes for members.</summary>
public interface IMembershipAttack
{
    /// <summary>The attack's name: stable, used in tests, baselines and filters.</summary>
    string Name { get; }

    /// <summary>Where the attack was published: authors, title, year.</summary>
    string Source { get; }

    /// <summary>Whether the score is graded, so that a threshold can be set at a chosen false positive rate; a yes or no has no such threshold.</summary>
    bool IsGraded { get; }

    /// <summary>Why the attack cannot run against what the attacker sees, as "needs ..." or "ranks records as ...";
    /// <see langword="null"/> when it can.</summary>
    /// <param name="view">What the attacker sees.</param>
    /// <returns>The reason, or <see langword="null"/>.</returns>
    string? NotApplicable(AttackerView view);

    /// <summary>Whether the attack looks at shadow models, so that its verdict depends on how well they stand for the target. By default: whether it could not run without them.</summary>
    /// <param name="view">What the attacker sees.</param>
    /// <returns><see langword="false"/> when there are none.</returns>
    bool UsesShadows(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Shadows is not null && NotApplicable(view) is null && NotApplicable(view with { Shadows = null }) is not null;
    }

    /// <summary>Attacks of the literature that rank records in the same order, and so are covered by this one.</summary>
    /// <param name="view">What the attacker sees.</param>
    /// <returns>Names; empty when there is none.</returns>
    IReadOnlyList<string> Aliases(AttackerView view);

    /// <summary>Scores the records. An audit calls its attacks side by side: an attack keeps nothing from call to call.</summary>
    /// <param name="observations">Outputs and labels of members and non-members. Which is which may be used only to fit on one part of the records and score the other,
    /// see <see cref="AttackScores.Judged"/>.</param>
    /// <param name="run">Seed and cancellation.</param>
    /// <returns>One score per record, higher = member.</returns>
    AttackScores Score(MembershipObservations observations, AttackRun run);
}
