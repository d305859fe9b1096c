using Paname.Attacks.Metrics;

namespace Paname.Attacks.Membership;

/// <summary>
/// Reruns an attack on a leaky twin of the audit: a random share of the records become canaries, which a model that was trained on them is certain and right about,
/// and a model that was not is undecided and wrong about, the target and its shadow models alike. A sound attack finds that.
/// </summary>
/// <remarks>
/// The share is q = 2 (A* - 0.5) of the members and of the non-members, with A* the AUC wanted. An attack that ranks a canary among the members at or above
/// all records, and one among the non-members at or below half of them, then has an AUC of A* at least, even if its score takes two values or the surest outputs tie.
/// The leak lies in outputs and shadow signals. Attacks that put further questions to the target cannot see it, and the control is not run for them.
/// </remarks>
public static class PositiveControl
{
    /// <summary>Judged records needed on each side at least (groups, where there are some).</summary>
    public const int LeastPerSide = 20;

    /// <summary>The AUC to plant so that a sound attack misses it with a probability of 0.1 % at most: 0.5 + 4.74 standard errors of an attack that finds nothing, or the limit if that is higher.</summary>
    /// <param name="members">Judged members; 1 or more.</param>
    /// <param name="nonMembers">Judged non-members; 1 or more.</param>
    /// <param name="limit">The limit the verdict is about, 0.5 to 1; default 0.5.</param>
    /// <returns>An AUC; above 1 when the records are too few.</returns>
    public static double AucToPlant(int members, int nonMembers, double limit = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(nonMembers, 1);
        if (!(limit >= 0.5 && limit <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "The limit must lie from 0.5 to 1.");
        }

        return Math.Max(limit, 0.5 + (4.74 * Math.Sqrt((members + nonMembers + 1) / (12.0 * members * nonMembers))));
    }

    /// <summary>Runs the control.</summary>
    /// <param name="attack">The attack.</param>
    /// <param name="observations">The audit's observations; they are not changed.</param>
    /// <param name="found">What the attack found in the audit with the same <paramref name="run"/>: how many records it judges decides the size of the leak.</param>
    /// <param name="run">Seed and cancellation; the seed decides the canaries too.</param>
    /// <param name="limit">The limit the verdict is about, 0.5 to 1; default 0.5.</param>
    /// <returns>Whether the leak was detected, and what was planted.</returns>
    public static PositiveControlResult Run(IMembershipAttack attack, MembershipObservations observations, AttackScores found, AttackRun run, double limit = 0.5)
    {
        ArgumentNullException.ThrowIfNull(attack);
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(run);
        ScoreSample audited = found.Sample(observations);
        double planted = AucToPlant(audited.MemberGroups, audited.NonMemberGroups, limit);
        if (Math.Min(audited.MemberGroups, audited.NonMemberGroups) < LeastPerSide)
        {
            return PositiveControlResult.Refused(planted, FormattableString.Invariant(
                $"needs {LeastPerSide} judged {(audited.HasGroups ? "groups" : "records")} on each side; there are {audited.MemberGroups} and {audited.NonMemberGroups}"));
        }

        double share = 2 * (planted - 0.5);
        MembershipObservations twin = LeakyTwin.Of(observations, found.Judged, share, run.Seed);
        if (attack.NotApplicable(twin.View) is { } reason)
        {
            return PositiveControlResult.Refused(planted, reason + ", which a leak planted in outputs does not reach");
        }

        var silent = twin.Access?.Target as SilentTarget;
        try
        {
            BoundedEstimate reached = Auc.Estimate(attack.Score(twin, run).Sample(twin));
            if (silent is not { WasAsked: true })
            {
                return new PositiveControlResult(planted, share, reached);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException && silent is { WasAsked: true })
        {
            // Told below, as of an attack that got over it.
        }

        return PositiveControlResult.Refused(planted, "needs an attack on recorded outputs: a leak planted in them does not reach one that puts further questions to the target");
    }
}
