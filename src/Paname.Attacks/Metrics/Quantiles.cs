using MathNet.Numerics.Distributions;

namespace Paname.Attacks.Metrics;

/// <summary>Upper quantiles of the normal and Student's t distribution, and the logit pair.</summary>
internal static class Quantiles
{
    internal static double NormalUpper(double probability) => -Normal.InvCDF(0, 1, probability);

    internal static double NormalCdf(double z) => Normal.CDF(0, 1, z);

    /// <summary>
    /// The t with P[T &gt; t] = probability, for probabilities up to one half. MathNet's is off by 2e-9 at a
    /// million degrees of freedom and throws for small probabilities, as its search ends at 800; this one solves for the logit of t^2 / (df + t^2).
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
