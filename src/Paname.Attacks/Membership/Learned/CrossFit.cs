using MathNet.Numerics.Random;
using Paname.Attacks.Data;

namespace Paname.Attacks.Membership;

/// <summary>Scores every record by a model that was fitted on the other half. Verdicts rest on one half: the scores of both together depend on each other through the models.</summary>
internal static class CrossFit
{
    private const int LeastPerSide = 20;

    /// <param name="attack">The attack's name, for errors.</param>
    /// <param name="observations">The audited records.</param>
    /// <param name="run">Seed and cancellation.</param>
    /// <param name="fitAndScore">Fits on the first records and gives a score for each of the second.</param>
    /// <param name="notes">Further notes.</param>
    internal static AttackScores Score(
        string attack, MembershipObservations observations, AttackRun run, Func<IReadOnlyList<int>, IReadOnlyList<int>, int, double[]> fitAndScore, params IReadOnlyList<string> notes)
    {
        ObservationHalves halves = ObservationHalves.Split(observations, run.Seed);
        Check(attack, halves.Fit, observations.Members);
        Check(attack, halves.HeldOut, observations.Members);
        var seeds = new MersenneTwister(run.Seed, threadSafe: false);
        int[] own = [seeds.Next(), seeds.Next()];
        var scores = new double[observations.Outputs.Count];
        Fill(scores, halves.HeldOut, fitAndScore(halves.Fit, halves.HeldOut, own[0]));
        run.Progress?.Report(0.5);
        Fill(scores, halves.Fit, fitAndScore(halves.HeldOut, halves.Fit, own[1]));
        run.Progress?.Report(1);
        return new AttackScores(scores)
        {
            Judged = halves.HeldOut,
            Notes = [.. notes, "fitted on the other half of the records"],
        };
    }

    private static void Check(string attack, IReadOnlyList<int> half, int members)
    {
        int inside = half.Count(record => record < members);
        if (Math.Min(inside, half.Count - inside) < LeastPerSide)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"{attack} is fitted on one half of the records and judged on the other; each half needs {LeastPerSide} members and {LeastPerSide} non-members, and one has {inside} and {half.Count - inside}. Audit more records, or leave the attack out."));
        }
    }

    private static void Fill(double[] scores, IReadOnlyList<int> records, double[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            scores[records[i]] = values[i];
        }
    }
}
