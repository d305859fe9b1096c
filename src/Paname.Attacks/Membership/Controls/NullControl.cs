using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Metrics;

namespace Paname.Attacks.Membership;

/// <summary>Reruns an attack on the non-members alone, a random half of them flagged as members: a sound attack finds nothing.</summary>
public static class NullControl
{
    /// <summary>Non-members needed at least, so that a learned attack still judges 20 on each side.</summary>
    public const int LeastNonMembers = 80;

    /// <summary>Runs the control.</summary>
    /// <param name="attack">An attack that applies to the observations.</param>
    /// <param name="observations">The audit's observations; members take no part.</param>
    /// <param name="attacks">How many attacks the audit runs, 1 or more: each control may raise a false alarm with probability 0.001 / this.</param>
    /// <param name="run">Seed and cancellation; the seed decides the fake flags too.</param>
    /// <returns>z and its limit.</returns>
    public static NullControlResult Run(IMembershipAttack attack, MembershipObservations observations, int attacks, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(attack);
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfLessThan(attacks, 1);
        double limit = Quantiles.NormalUpper(0.0005 / attacks);
        int units = observations.Groups is { } groups ? groups.Skip(observations.Members).Distinct(StringComparer.Ordinal).Count() : observations.NonMembers;
        if (units < LeastNonMembers)
        {
            string what = observations.Groups is null ? "non-members" : "groups of non-members";
            return new NullControlResult(0, limit, FormattableString.Invariant($"needs {LeastNonMembers} {what}; there are {units}"));
        }

        MembershipObservations faked = Faked(observations, run.Seed);
        if (attack.NotApplicable(faked.View) is { } reason)
        {
            return new NullControlResult(0, limit, reason);
        }

        return new NullControlResult(Auc.InvertedScoreZ(attack.Score(faked, run).Sample(faked)), limit);
    }

    private static MembershipObservations Faked(MembershipObservations observations, int seed)
    {
        // The halves of an audit are drawn by the same generator: another stream keeps the fake flags apart from the attack's own split.
        int own = new MersenneTwister(seed, threadSafe: false).Next();
        int[] nonMembers = [.. Enumerable.Range(observations.Members, observations.NonMembers)];
        string[] units = [.. nonMembers.Select(record => observations.Groups?[record] ?? FormattableString.Invariant($"{record}"))];
        string[] distinct = [.. units.Distinct(StringComparer.Ordinal)];
        new MersenneTwister(own, threadSafe: false).Shuffle(distinct);
        HashSet<string> flagged = [.. distinct.Take(distinct.Length / 2)];
        int[] fakes = [.. nonMembers.Where(record => flagged.Contains(units[record - observations.Members]))];
        int[] others = [.. nonMembers.Where(record => !flagged.Contains(units[record - observations.Members]))];
        return fakes.Length > 0 && others.Length > 0
            ? ObservationSelection.Of(observations, [.. fakes, .. others], fakes.Length)
            : throw new PanameDataException("The groups of the non-members cannot be divided in two.");
    }
}
