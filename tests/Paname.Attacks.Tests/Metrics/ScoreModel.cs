using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>Distributions of scores whose true AUC is known exactly, ties included.</summary>
internal sealed class ScoreModel(Func<Random, double> member, Func<Random, double> nonMember)
{
    internal static ScoreModel Create(string kind, double auc) => kind switch
    {
        "normal" => Normal(auc, []),
        "3 levels" => Normal(auc, [-0.4, 0.9]),
        "5 levels" => Normal(auc, [-1, -0.3, 0.4, 1.2]),
        "correctness" => Correctness(auc),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    internal ScoreSample Draw(Random random, int members, int nonMembers) =>
        ScoreSample.Create(Scores(random, members, member), Scores(random, nonMembers, nonMember));

    // Unit-variance normals, sorted into levels by the cuts; the distance of the means, half of it on either side, is solved so that the AUC of the levels is the one asked for.
    private static ScoreModel Normal(double auc, double[] cuts)
    {
        if (cuts.Length == 0)
        {
            double exact = -Math.Sqrt(2) * Quantiles.NormalUpper(auc);
            return new(r => exact + Samples.NextNormal(r), Samples.NextNormal);
        }

        double low = 0;
        double high = 20;
        for (int i = 0; i < 200; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = LevelAuc(middle, cuts) < auc ? (middle, high) : (low, middle);
        }

        double half = low / 2;
        return new(r => Level(half + Samples.NextNormal(r), cuts), r => Level(Samples.NextNormal(r) - half, cuts));
    }

    // Correct predictions: members are right more often; the AUC is 1/2 + (p1 - p0) / 2.
    private static ScoreModel Correctness(double auc)
    {
        double difference = (2 * auc) - 1;
        double p0 = Math.Min(0.8, (1 - difference) / 2);
        double p1 = p0 + difference;
        return new(r => r.NextDouble() < p1 ? 1 : 0, r => r.NextDouble() < p0 ? 1 : 0);
    }

    private static double LevelAuc(double mean, double[] cuts)
    {
        double auc = 0;
        double below = 0;
        for (int level = 0; level <= cuts.Length; level++)
        {
            double share = Cdf(level, -mean / 2, cuts) - Cdf(level - 1, -mean / 2, cuts);
            double memberShare = Cdf(level, mean / 2, cuts) - Cdf(level - 1, mean / 2, cuts);
            auc += memberShare * (below + (share / 2));
            below += share;
        }

        return auc;
    }

    private static double Cdf(int level, double mean, double[] cuts) =>
        level < 0 ? 0 : level >= cuts.Length ? 1 : Quantiles.NormalCdf(cuts[level] - mean);

    private static double Level(double value, double[] cuts)
    {
        int level = 0;
        foreach (double cut in cuts)
        {
            level += value > cut ? 1 : 0;
        }

        return level;
    }

    private static double[] Scores(Random random, int count, Func<Random, double> draw)
    {
        double[] scores = new double[count];
        for (int i = 0; i < count; i++)
        {
            scores[i] = draw(random);
        }

        return scores;
    }
}
