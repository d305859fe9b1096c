using Paname.Attacks.Shadows;
using Paname.Attacks.Tests.Metrics;

namespace Paname.Attacks.Tests.Shadows.Reuse;

/// <summary>Gaussian signals of shadow models in complementary pairs: base per record, plus a leak where the model was trained on it, plus unit noise.</summary>
internal static class GaussianShadows
{
    internal static ShadowObservations Draw(Random random, int models, double[] bases, double[] leaks)
    {
        bool[] inclusion = Mask(random, models, bases.Length);
        double[] signals = new double[bases.Length * models];
        for (int r = 0; r < bases.Length; r++)
        {
            for (int m = 0; m < models; m++)
            {
                signals[(r * models) + m] = bases[r] + (inclusion[(m * bases.Length) + r] ? leaks[r] : 0) + Samples.NextNormal(random);
            }
        }

        return Of(models, bases.Length, signals, inclusion);
    }

    /// <summary>Models 2i and 2i + 1 are complements; each record is in one of the two by a fair coin.</summary>
    internal static bool[] Mask(Random random, int models, int records)
    {
        bool[] mask = new bool[models * records];
        for (int m = 0; m < models; m += 2)
        {
            for (int r = 0; r < records; r++)
            {
                bool first = random.Next(2) == 0;
                mask[(m * records) + r] = first;
                mask[((m + 1) * records) + r] = !first;
            }
        }

        return mask;
    }

    internal static ShadowObservations Of(int models, int records, double[] signals, bool[] inclusion) => new(
        new ShadowSignals(SignalScale.ScaledLogit, records, 1, 1, new double[records]),
        new ShadowSignals(SignalScale.ScaledLogit, records, models, 1, signals),
        new InclusionMask(models, records, inclusion));
}
