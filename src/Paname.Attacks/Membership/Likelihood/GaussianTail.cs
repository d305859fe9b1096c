using MathNet.Numerics;
using Paname.Attacks.Signals;

namespace Paname.Attacks.Membership;

/// <summary>Logarithms of tail probabilities of the standard normal distribution, exact far into both tails.</summary>
public static class GaussianTail
{
    // From here on the asymptotic series is exact to the last digit but one; the probability itself underflows below -38.
    private const double Asymptotic = -25;

    private const double LogSqrtTwoPi = 0.91893853320467274178;

    /// <summary>log P[Z &lt;= z]: close to -z²/2 far below 0, close to -P[Z &gt; z] far above it.</summary>
    /// <param name="z">Any number; NaN gives NaN.</param>
    /// <returns>At most 0, without underflow: about -804.6 at -40.</returns>
    public static double LogLower(double z)
    {
        if (double.IsNegativeInfinity(z))
        {
            return double.NegativeInfinity;
        }

        if (z < Asymptotic)
        {
            double t = 1 / (z * z);
            double series = t * (-1 + (t * (3 + (t * (-15 + (t * (105 + (t * (-945 + (t * 10395))))))))));
            return (-0.5 * z * z) - Math.Log(-z) - LogSqrtTwoPi + LogOdds.Log1P(series);
        }

        return z <= 0
            ? Math.Log(0.5 * SpecialFunctions.Erfc(-z / Constants.Sqrt2))
            : LogOdds.Log1P(-0.5 * SpecialFunctions.Erfc(z / Constants.Sqrt2));
    }

    /// <summary>log P[Z &gt; z], the logarithm of a one-sided p-value.</summary>
    /// <param name="z">Any number; NaN gives NaN.</param>
    /// <returns>At most 0, without underflow.</returns>
    public static double LogUpper(double z) => LogLower(-z);
}
