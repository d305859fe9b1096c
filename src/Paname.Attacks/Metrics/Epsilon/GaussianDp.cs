namespace Paname.Attacks.Metrics;

/// <summary>
/// Gaussian differential privacy (Dong, Roth, Su: "Gaussian differential privacy", 2022): telling whether a record was used is as hard as telling N(0, 1) from
/// N(mu, 1). Noisy gradients come close to it; for other mechanisms the epsilon found here means nothing.
/// </summary>
public static class GaussianDp
{
    private const double Tolerance = 1e-13;

    /// <summary>The delta that belongs to an epsilon.</summary>
    /// <param name="mu">The shift, 0 or more.</param>
    /// <param name="epsilon">Epsilon, 0 or more.</param>
    /// <returns>Phi(-epsilon/mu + mu/2) - e^epsilon Phi(-epsilon/mu - mu/2); see <see cref="LogDelta"/> where it is too small for a number.</returns>
    public static double Delta(double mu, double epsilon) => Math.Exp(LogDelta(mu, epsilon));

    /// <summary>The natural logarithm of <see cref="Delta"/>, with its digits also where delta itself underflows.</summary>
    /// <param name="mu">The shift, 0 or more.</param>
    /// <param name="epsilon">Epsilon, 0 or more.</param>
    /// <returns>From negative infinity (mu = 0) to 0.</returns>
    public static double LogDelta(double mu, double epsilon)
    {
        CheckShift(mu);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        ArgumentOutOfRangeException.ThrowIfEqual(epsilon, double.NaN);
        if (mu == 0 || double.IsPositiveInfinity(epsilon))
        {
            return double.NegativeInfinity;
        }

        if (double.IsPositiveInfinity(mu))
        {
            return 0;
        }

        // e^epsilon times the density at the far point is the density at the near one, so no exponential of epsilon is needed.
        double near = (epsilon / mu) - (mu / 2);
        double far = (epsilon / mu) + (mu / 2);
        double logDensity = -(near * near / 2) - MillsRatio.LogRootTwoPi;
        return near > 0
            ? logDensity + Math.Log(MillsRatio.At(near) - MillsRatio.At(far))
            : Math.Log(Quantiles.NormalCdf(-near) - (Math.Exp(logDensity) * MillsRatio.At(far)));
    }

    /// <summary>The epsilon that belongs to a delta.</summary>
    /// <param name="mu">The shift, 0 or more.</param>
    /// <param name="delta">Delta, above 0 and at most 1.</param>
    /// <returns>The smallest epsilon whose <see cref="Delta"/> is at most this, by bisection.</returns>
    public static double Epsilon(double mu, double delta)
    {
        CheckShift(mu);
        CheckDelta(delta);
        double logarithm = Math.Log(delta);
        return double.IsPositiveInfinity(mu)
            ? double.PositiveInfinity
            : Bisection.LargestRefuted(epsilon => LogDelta(mu, epsilon) > logarithm, 0, Tolerance);
    }

    /// <summary>The largest shift that (epsilon, delta) allows.</summary>
    /// <param name="epsilon">Epsilon, 0 or more.</param>
    /// <param name="delta">Delta, above 0 and below 1.</param>
    /// <returns>The mu whose <see cref="Delta"/> at this epsilon is delta; infinite for an infinite epsilon.</returns>
    public static double Mu(double epsilon, double delta)
    {
        MetricArguments.CheckInside(delta, 0, 1);
        double logarithm = Math.Log(delta);
        return double.IsPositiveInfinity(epsilon)
            ? double.PositiveInfinity
            : Bisection.LargestRefuted(mu => LogDelta(mu, epsilon) < logarithm, 0, Tolerance);
    }

    /// <summary>The smallest shift under which an attacker can have these error rates.</summary>
    /// <param name="falseNegativeRate">An upper bound of the share of members called non-members, from 0 to 1.</param>
    /// <param name="falsePositiveRate">An upper bound of the share of non-members called members, from 0 to 1.</param>
    /// <returns>Phi^-1(1 - FPR) - Phi^-1(FNR), 0 at least; positive infinity when a rate is 0 and the other below 1.</returns>
    public static double MuFromRates(double falseNegativeRate, double falsePositiveRate)
    {
        MetricArguments.CheckFraction(falseNegativeRate);
        MetricArguments.CheckFraction(falsePositiveRate);
        return falseNegativeRate + falsePositiveRate >= 1
            ? 0
            : Math.Max(0, Quantiles.NormalUpper(falsePositiveRate) + Quantiles.NormalUpper(falseNegativeRate));
    }

    private static void CheckShift(double mu)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mu);
        ArgumentOutOfRangeException.ThrowIfEqual(mu, double.NaN);
    }

    private static void CheckDelta(double delta)
    {
        if (!(delta is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(delta), delta, "Delta lies above 0 and at most 1: a Gaussian mechanism has no finite epsilon at delta 0.");
        }
    }
}
