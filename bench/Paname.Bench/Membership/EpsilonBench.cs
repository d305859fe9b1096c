using System.Globalization;
using MathNet.Numerics.Distributions;
using Paname.Attacks.Metrics;
using Paname.Bench.Measuring;

namespace Paname.Bench.Membership;

/// <summary>What a lower bound of epsilon takes: bounds are taken often, so each has 10 milliseconds.</summary>
internal static class EpsilonBench
{
    private const double Goal = 10;
    private const int Runs = 51;
    private const int PerSide = 50_000;
    private const double Delta = 1e-5;

    internal static void Write(TextWriter to)
    {
        var published = new ConfusionCounts(487, 0, 512, 1);
        var half = new ConfusionCounts(26_000, 24_000, 24_500, 25_500);
        var few = new ConfusionCounts(900, 49_100, 450, 49_550);
        var perfect = new ConfusionCounts(PerSide, 0, 0, PerSide);
        ScoreSample sample = Sample();
        TextTable.Write(to,
        [
            ["lower bound of epsilon", "median ms", "goal", "met"],
            Row("Bayesian, interval of 487 / 0 / 512 / 1 (a published example)", () => JointBayesianEpsilon.Interval(published, Delta, .9)),
            Row("Bayesian, 50,000 + 50,000 records, threshold in the middle", () => JointBayesianEpsilon.Lower(half, Delta, .05)),
            Row("Bayesian, the same, threshold at 1 % FPR", () => JointBayesianEpsilon.Lower(few, Delta, .05)),
            Row("Bayesian, the same, a perfect attack", () => JointBayesianEpsilon.Lower(perfect, Delta, .05)),
            Row("one run (Steinke and others), 100,000 records, 10,000 guesses", () => OneRunEpsilon.Lower(2 * PerSide, 10_000, 6_000, Delta, .05)),
            Row("one run (Steinke and others), 100,000 records, all guessed", () => OneRunEpsilon.Lower(2 * PerSide, 2 * PerSide, 53_000, Delta, .05)),
            Row("one run f-DP, 100,000 records, 10,000 guesses", () => OneRunFdp.Lower(2 * PerSide, 10_000, 6_000, Delta, .05)),
            Row("one run f-DP, 100,000 records, all guessed", () => OneRunFdp.Lower(2 * PerSide, 2 * PerSide, 53_000, Delta, .05)),
            Row("from 100,000 scores, all ranks: Clopper-Pearson", () => From(sample, EpsilonMethod.ClopperPearson), goal: false),
            Row("from 100,000 scores, all ranks: Bayesian", () => From(sample, EpsilonMethod.JointBayesian), goal: false),
            Row("from 100,000 scores, all numbers of guesses: one run", () => From(sample, EpsilonMethod.OneRun), goal: false),
            Row("from 100,000 scores, all numbers of guesses: one run f-DP", () => From(sample, EpsilonMethod.OneRunFdp), goal: false),
        ]);
    }

    private static string[] Row<T>(string what, Func<T> bound, bool goal = true)
    {
        double milliseconds = Repeated.Median(Runs, () => bound());
        return [what, milliseconds.ToString("F2", CultureInfo.InvariantCulture), goal ? "<= 10" : string.Empty, !goal ? string.Empty : milliseconds <= Goal ? "met" : "MISSED"];
    }

    private static EpsilonEstimate From(ScoreSample sample, EpsilonMethod method)
        => EpsilonAudit.FromScores(sample, Delta, new EpsilonOptions { Method = method, Inclusion = Inclusion.FairCoins });

    private static ScoreSample Sample()
    {
        var random = new Random(2023);
        var members = new double[PerSide];
        var nonMembers = new double[PerSide];
        Normal.Samples(random, members, .2, 1);
        Normal.Samples(random, nonMembers, 0, 1);
        return ScoreSample.Create(members, nonMembers);
    }
}
