using MathNet.Numerics.RootFinding;

namespace Paname.Attacks.Metrics;

/// <summary>
/// The posterior of epsilon when both error rates have Jeffreys' prior (Zanella-Béguelin and others: "Bayesian estimation of differential privacy", 2023). Where they
/// integrate over both rates, the inner integral is a difference of beta distribution functions, so one integral is left. For a threshold fixed beforehand.
/// </summary>
public static class JointBayesianEpsilon
{
    private const double Tolerance = 1e-7;
    private const int Iterations = 100;

    // e to the power of more overflows, so the posterior's mass no longer rises.
    private const double Largest = 700;

    /// <summary>The lower bound: the epsilon below which the posterior has this mass. An attack worse than a coin shows an epsilon of 0: its direction was fixed beforehand.</summary>
    /// <param name="counts">The attack's decisions; members and non-members, at least one of each.</param>
    /// <param name="delta">Delta, from 0 to 1.</param>
    /// <param name="level">The mass, above 0 and at most 0.5; a credible bound, whose error rate over repeated audits is approximate.</param>
    /// <returns>0 or more, and finite.</returns>
    public static double Lower(ConfusionCounts counts, double delta, double level)
    {
        MetricArguments.CheckLevel(level);
        return Above(0, counts, delta, level, eitherSign: false);
    }

    /// <summary>
    /// The credible interval with equal mass left out on either side, as published: an attack worse than a coin counts with its answers turned round. So with delta 0 its
    /// lower limit is above 0 even without any leak; <see cref="Lower"/> is the bound to rely on.
    /// </summary>
    /// <param name="counts">The attack's decisions; members and non-members, at least one of each.</param>
    /// <param name="delta">Delta, from 0 to 1.</param>
    /// <param name="confidence">In (0, 1), as 0.9.</param>
    /// <returns>The limits. The upper one describes the attack, not the model: it is no evidence of safety; it is infinite for a confidence so near 1 that the integral does not resolve what is left.</returns>
    public static (double Lower, double Upper) Interval(ConfusionCounts counts, double delta, double confidence)
    {
        MetricArguments.CheckInside(confidence, 0, 1);
        double side = (1 - confidence) / 2;
        return (Above(0, counts, delta, side, eitherSign: true), Above(0, counts, delta, 1 - side, eitherSign: true));
    }

    /// <summary>The quantile if it is above a start, else the start.</summary>
    internal static double Above(double start, ConfusionCounts counts, double delta, double mass, bool eitherSign)
    {
        MetricArguments.CheckCounts(counts.TruePositives, counts.Members);
        MetricArguments.CheckCounts(counts.FalsePositives, counts.NonMembers);
        MetricArguments.CheckFraction(delta);
        EpsilonPosterior posterior = new(counts, delta, eitherSign);
        double low = start;
        if (posterior.Mass(low) >= mass)
        {
            return start;
        }

        double high = Math.Max(1, 2 * low);
        while (posterior.Mass(high) < mass)
        {
            if (high > Largest)
            {
                return double.PositiveInfinity;
            }

            (low, high) = (high, 2 * high);
        }

        double target = Quantiles.Logit(mass);
        return Brent.FindRoot(epsilon => Quantiles.Logit(Math.Clamp(posterior.Mass(epsilon), 1e-300, 1 - 1e-16)) - target, low, high, Tolerance, Iterations);
    }
}
