namespace Paname.Attacks.Metrics;

/// <summary>
/// The pairs of error rates that (epsilon, delta) differential privacy leaves an attacker (Kairouz, Oh, Viswanath: "The composition theorem for differential
/// privacy", 2015), read backwards: the smallest epsilon that leaves a given pair.
/// </summary>
public static class EpsilonRegion
{
    /// <summary>The smallest epsilon under which an attacker can have these error rates. For exact rates: on a sample's own rates it is no bound.</summary>
    /// <param name="falseNegativeRate">Share of members called non-members, from 0 to 1.</param>
    /// <param name="falsePositiveRate">Share of non-members called members, from 0 to 1.</param>
    /// <param name="delta">Delta, from 0 to 1.</param>
    /// <returns>From 0 to positive infinity, the latter when a rate is 0; an attack worse than a coin counts with its answers turned round.</returns>
    public static double Epsilon(double falseNegativeRate, double falsePositiveRate, double delta)
    {
        MetricArguments.CheckFraction(falseNegativeRate);
        MetricArguments.CheckFraction(falsePositiveRate);
        MetricArguments.CheckFraction(delta);
        return falsePositiveRate > 1 - falseNegativeRate
            ? FromUpperBounds(1 - falseNegativeRate, 1 - falsePositiveRate, delta)
            : FromUpperBounds(falseNegativeRate, falsePositiveRate, delta);
    }

    /// <summary>The same for upper bounds of both error rates, which are never turned round; the better of TPR / FPR and TNR / FNR, which rest on the same two bounds.</summary>
    internal static double FromUpperBounds(double falseNegativeRate, double falsePositiveRate, double delta) =>
        OneDirection(Math.Max(falseNegativeRate, falsePositiveRate), Math.Min(falseNegativeRate, falsePositiveRate), delta);

    /// <summary>ln((1 - delta - numerator's error) / denominator's error), 0 at least.</summary>
    internal static double OneDirection(double numeratorError, double denominatorError, double delta)
    {
        double rate = 1 - delta - numeratorError;
        return rate <= denominatorError ? 0 : Math.Log(rate / denominatorError);
    }
}
