using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>Seeded scores for simulations.</summary>
internal static class Samples
{
    internal static ScoreSample Normal(Random random, int members, int nonMembers, double shift) =>
        ScoreSample.Create(NormalScores(random, members, shift), NormalScores(random, nonMembers, 0));

    internal static double[] NormalScores(Random random, int count, double mean)
    {
        double[] scores = new double[count];
        for (int i = 0; i < count; i++)
        {
            scores[i] = mean + NextNormal(random);
        }

        return scores;
    }

    // Half a Box-Muller pair: the second value is dropped so that the stream depends on the calls alone.
    internal static double NextNormal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
