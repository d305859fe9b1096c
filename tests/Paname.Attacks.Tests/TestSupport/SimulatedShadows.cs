using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Tests.TestSupport;

/// <summary>Signals drawn as LiRA takes them to be: each record has a difficulty of its own, and a model trained on it gives a higher signal.</summary>
internal static class SimulatedShadows
{
    /// <param name="seed">Decides all of it.</param>
    /// <param name="records">Half of them members.</param>
    /// <param name="models">Shadow models; each record is in exactly half of them unless <paramref name="ragged"/>.</param>
    /// <param name="leak">How much higher the signal of a model trained on the record is.</param>
    /// <param name="targetLeak">The same for the target; as the shadow models' when null.</param>
    /// <param name="views">Views of each record.</param>
    /// <param name="ragged">Whether each model is trained on each record or not by a coin, two models each way being certain.</param>
    /// <param name="offline">Whether no shadow model is trained on any record.</param>
    /// <param name="rounded">Whether signals are rounded to halves, so that many tie.</param>
    /// <param name="scale">What signals are called.</param>
    internal static ShadowFixture Draw(
        int seed,
        int records = 60,
        int models = 8,
        double leak = 2,
        double? targetLeak = null,
        int views = 1,
        bool ragged = false,
        bool offline = false,
        bool rounded = false,
        SignalScale scale = SignalScale.ScaledLogit)
    {
        var random = new MersenneTwister(seed);
        double[] member = [.. Enumerable.Range(0, records).Select(i => (double)((i + seed) % 2))];
        double[] difficulty = [.. Enumerable.Range(0, records).Select(_ => Normal.Sample(random, 1, 2))];
        var keep = new double[models * records];
        for (int i = 0; i < records && !offline; i++)
        {
            int[] order = [.. Enumerable.Range(0, models).OrderBy(_ => random.NextDouble())];
            for (int m = 0; m < models; m++)
            {
                keep[(order[m] * records) + i] = m < 2 ? 1 : m >= models - 2 ? 0 : ragged ? random.Next(2) : m < models / 2 ? 1 : 0;
            }
        }

        double[] shadows = [.. Enumerable.Range(0, models * records).SelectMany(i => Enumerable.Range(0, views).Select(_ => Signal(difficulty[i % records] + (leak * keep[i]))))];
        double[] target = [.. Enumerable.Range(0, records).SelectMany(i => Enumerable.Range(0, views).Select(_ => Signal(difficulty[i] + ((targetLeak ?? leak) * member[i]))))];
        return ShadowFixture.Of(target, shadows, keep, member, views, scale);

        double Signal(double mean)
        {
            double signal = Normal.Sample(random, mean, 1);
            return rounded ? Math.Round(2 * signal) / 2 : signal;
        }
    }
}
