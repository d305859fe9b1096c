using MathNet.Numerics.Distributions;
using Paname.Attacks.Metrics;
using Paname.Bench.Measuring;

namespace Paname.Bench.Metrics;

/// <summary>The AUC with DeLong's bounds of a million scores, against sorting the same million numbers.</summary>
internal static class AucBench
{
    private const int PerSide = 500_000;
    private const int Pairs = 9;

    /// <param name="digits">Decimals the scores are rounded to, which ties them; <see langword="null"/> leaves them as they are.</param>
    internal static Paired Compare(int? digits)
    {
        (double[] members, double[] nonMembers) = Scores(digits);
        return Paired.Time(Pairs, () => () => Estimate(members, nonMembers), () => Sort(members, nonMembers));
    }

    internal static void EstimateOnce()
    {
        (double[] members, double[] nonMembers) = Scores(null);
        Estimate(members, nonMembers);
    }

    internal static void SortOnce()
    {
        (double[] members, double[] nonMembers) = Scores(null);
        Sort(members, nonMembers)();
    }

    private static void Estimate(double[] members, double[] nonMembers)
    {
        BoundedEstimate estimate = Auc.Estimate(ScoreSample.Create(members, nonMembers));
        if (estimate is not { Lower: > .5 and < .6, Upper: > .5 and < .6 })
        {
            throw new InvalidOperationException("The AUC of the bench's scores is not what it was made to be.");
        }
    }

    private static Action Sort(double[] members, double[] nonMembers)
    {
        double[] all = [.. members, .. nonMembers];
        return () => Array.Sort(all);
    }

    private static (double[] Members, double[] NonMembers) Scores(int? digits)
    {
        var random = new Random(1_988);
        return (Draw(.2), Draw(0));

        double[] Draw(double mean)
        {
            var scores = new double[PerSide];
            Normal.Samples(random, scores, mean, 1);
            for (int i = 0; digits is { } decimals && i < scores.Length; i++)
            {
                scores[i] = Math.Round(scores[i], decimals);
            }

            return scores;
        }
    }
}
