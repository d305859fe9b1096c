using MathNet.Numerics.Distributions;

namespace Paname.Attacks.Metrics;

/// <summary>Upper quantiles of the normal and Student's t distribution, and the logit pair.</summary>
internal static class Quantiles
{
    internal static double NormalUpper(double probability) => -Normal.InvCDF(0, 1, probability);

    internal static double NormalCdf(double z) => Normal.CDF(0, 1, z);

    /// <summary>
    /// The t with P[T &gt; t] = probability, for probabilities up to one half. MathNet's searches to 1e-12 absolute inside
    /// (-800, 800), is off by 1e-8 at 30 degrees of freedom and throws for small probabilities; this one solves t^2 / df in the logit.
    /// </summary>
    internal static double StudentTUpper(double probability, double degreesOfFreedom)
    {
        if (probability == 0.5)
        {
            return 0;
        }

        // T^2 / (df + T^2) is Beta(1/2, df/2); its logit is ln(T^2 / df).
        double logit = -BetaQuantile.LogitLower(2 * probability, degreesOfFreedom / 2, 0.5);
        return Math.Sqrt(degreesOfFreedom) * Math.Exp(logit / 2);
    }

    internal static double Logit(double probability) => Math.Log(probability / (1 - probability));

    internal static double Logistic(double value)
    {
        if (value >= 0)
        {
            return 1 / (1 + Math.Exp(-value));
        }

        double e = Math.Exp(value);
        return e / (1 + e);
    }
}
