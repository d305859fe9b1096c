using System.Numerics.Tensors;
using MathNet.Numerics.Distributions;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Membership;

/// <summary>The signals of canaries: on either side of all others, with a spread like theirs.</summary>
internal sealed class CanarySignals(SignalScale scale, double low, double high, double spread)
{
    internal static CanarySignals For(ShadowObservations source)
    {
        ReadOnlySpan<double> target = source.Target.Values.Span;
        ReadOnlySpan<double> shadows = source.Shadows.Values.Span;
        double low = Math.Min(TensorPrimitives.Min(target), TensorPrimitives.Min(shadows));
        double high = Math.Max(TensorPrimitives.Max(target), TensorPrimitives.Max(shadows));
        double spread = Math.Max(TensorPrimitives.StdDev(shadows) / 4, 1e-3);
        return new CanarySignals(source.Target.Scale, low, high, spread);
    }

    internal ShadowSignals Plant(ShadowSignals source, bool[] canaries, Func<int, int, bool> trainedOn, Random random)
    {
        double[] values = source.Values.ToArray();
        for (int record = 0; record < canaries.Length; record++)
        {
            for (int model = 0; canaries[record] && model < source.Models; model++)
            {
                Span<double> views = values.AsSpan(((record * source.Models) + model) * source.Views, source.Views);
                foreach (ref double value in views)
                {
                    value = Value(trainedOn(record, model), random);
                }
            }
        }

        return new ShadowSignals(source.Scale, source.Records, source.Models, source.Views, values);
    }

    private double Value(bool knows, Random random)
    {
        double noise = spread * Normal.Sample(random, 0, 1);
        return scale switch
        {
            // A residual of 0 is a record known by heart.
            SignalScale.Residual => knows ? 0.01 * noise : Math.Max(Math.Abs(low), Math.Abs(high)) + noise,
            _ => knows ? high + (4 * spread) + noise : low + noise,
        };
    }
}
