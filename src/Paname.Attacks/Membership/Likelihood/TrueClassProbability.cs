using Paname.Attacks.Shadows;
using Paname.Attacks.Signals;

namespace Paname.Attacks.Membership;

/// <summary>The probability p that a model gives the truth, from its signal: that of the true class, or of a residual the Gaussian density as a share of its peak.</summary>
internal sealed class TrueClassProbability
{
    private readonly double _halfPrecision;

    private TrueClassProbability(double halfPrecision) => _halfPrecision = halfPrecision;

    /// <summary>The reading of the signals; the variance of residuals is pooled over the models trained without the record, about 0.</summary>
    internal static TrueClassProbability Of(ShadowSignals signals, InclusionMask mask)
        => new(signals.Scale == SignalScale.Residual ? 0.5 / Math.Max(ResidualVariance(signals, mask), 1e-300) : double.NaN);

    /// <summary>log p.</summary>
    internal double Log(double signal) => double.IsNaN(_halfPrecision) ? -LogOdds.ToLoss(signal) : -(signal * signal * _halfPrecision);

    /// <summary>p, and 1 - p without cancellation.</summary>
    internal (double Probability, double Complement) Split(double signal)
    {
        if (double.IsNaN(_halfPrecision))
        {
            double e = Math.Exp(-Math.Abs(signal));
            double large = 1 / (1 + e);
            double small = e * large;
            return signal >= 0 ? (large, small) : (small, large);
        }

        double u = signal * signal * _halfPrecision;
        // 1 - e^-u, to the last digits at either end; MathNet's Expm1 has nine of them.
        return (Math.Exp(-u), u < 1 ? 2 * Math.Sinh(u / 2) * Math.Exp(-u / 2) : 1 - Math.Exp(-u));
    }

    private static double ResidualVariance(ShadowSignals signals, InclusionMask mask)
    {
        var sums = new double[signals.Records];
        long count = 0;
        for (int record = 0; record < signals.Records; record++)
        {
            ReadOnlySpan<double> row = signals.Row(record);
            for (int i = 0; i < row.Length; i++)
            {
                if (!mask[i / signals.Views, record])
                {
                    sums[record] += row[i] * row[i];
                    count++;
                }
            }
        }

        return StableSum.Of(sums) / Math.Max(1, count);
    }
}
