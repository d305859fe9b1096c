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

    // Polar method; the second value is dropped so that the stream depends on the calls alone.
    internal static double NextNormal(Random random)
    {
        while (true)
        {
            double u = (2 * random.NextDouble()) - 1;
            double v = (2 * random.NextDouble()) - 1;
            double s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                return u * Math.Sqrt(-2 * Math.Log(s) / s);
            }
        }
    }
}
