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

    /// <summary>The lower bound: the epsilon below which the posterior has this mass.</summary>
    /// <param name="counts">The attack's decisions; members and non-members, at least one of each.</param>
    /// <param name="delta">Delta, from 0 to 1.</param>
    /// <param name="level">The mass, above 0 and at most 0.5; a credible bound, whose error rate over repeated audits is approximate.</param>
    /// <returns>0 or more, and finite.</returns>
    public static double Lower(ConfusionCounts counts, double delta, double level)
    {
        MetricArguments.CheckLevel(level);
        return Above(0, counts, delta, level);
    }

    /// <summary>The credible interval with equal mass left out on either side.</summary>
    /// <param name="counts">The attack's decisions; members and non-members, at least one of each.</param>
    /// <param name="delta">Delta, from 0 to 1.</param>
    /// <param name="confidence">In (0, 1), as 0.9.</param>
    /// <returns>The limits. The upper one describes the attack, not the model: it is no evidence of safety.</returns>
    public static (double Lower, double Upper) Interval(ConfusionCounts counts, double delta, double confidence)
    {
        MetricArguments.CheckInside(confidence, 0, 1);
        double side = (1 - confidence) / 2;
        return (Above(0, counts, delta, side), Above(0, counts, delta, 1 - side));
    }

    /// <summary>The quantile if it is above a start, else the start.</summary>
    internal static double Above(double start, ConfusionCounts counts, double delta, double mass)
    {
        MetricArguments.CheckCounts(counts.TruePositives, counts.Members);
        MetricArguments.CheckCounts(counts.FalsePositives, counts.NonMembers);
        MetricArguments.CheckFraction(delta);
        EpsilonPosterior posterior = new(counts, delta);
        double low = start;
        if (posterior.Mass(low) >= mass)
        {
            return start;
        }

        double high = Math.Max(1, 2 * low);
        while (posterior.Mass(high) < mass)
        {
            (low, high) = (high, 2 * high);
        }

        double target = Quantiles.Logit(mass);
        return Brent.FindRoot(epsilon => Quantiles.Logit(Math.Clamp(posterior.Mass(epsilon), 1e-300, 1 - 1e-16)) - target, low, high, Tolerance, Iterations);
    }
}
