namespace Paname.Attacks.Metrics;

/// <content>Normal approximations on the scale of the logarithm; they lose their error rate when a count is small.</content>
public static partial class RatioBound
{
    /// <summary>The bound of Katz and others ("Obtaining confidence intervals for the risk ratio in cohort studies", Biometrics 1978): normal on the logarithm.</summary>
    /// <param name="hits">Count over the ratio's line, as true positives.</param>
    /// <param name="total">Its total, 1 at least.</param>
    /// <param name="otherHits">Count under the line, as false positives.</param>
    /// <param name="otherTotal">Its total, 1 at least.</param>
    /// <param name="alpha">One-sided error rate, above 0 and at most 0.5.</param>
    /// <returns>The lower bound of the ratio; 0 when <paramref name="hits"/> is 0.</returns>
    public static double KatzLog(int hits, int total, int otherHits, int otherTotal, double alpha)
    {
        Check(hits, total, otherHits, otherTotal, alpha);
        if (hits == 0)
        {
            return 0;
        }

        (double t, double f) = OffTheCorner(hits, total, otherHits, otherTotal);
        f = f == 0 ? 0.5 : f;
        double spread = Math.Sqrt((1 / t) - (1.0 / total) + (1 / f) - (1.0 / otherTotal));
        return t / total / (f / otherTotal) * Math.Exp(-Quantiles.NormalUpper(alpha) * spread);
    }

    /// <summary>The bound of Walter (1975) with one half added to every count and total: normal on the logarithm.</summary>
    /// <param name="hits">Count over the ratio's line, as true positives.</param>
    /// <param name="total">Its total, 1 at least.</param>
    /// <param name="otherHits">Count under the line, as false positives.</param>
    /// <param name="otherTotal">Its total, 1 at least.</param>
    /// <param name="alpha">One-sided error rate, above 0 and at most 0.5.</param>
    /// <returns>The lower bound of the ratio; 0 when both counts are 0.</returns>
    public static double AdjustedLog(int hits, int total, int otherHits, int otherTotal, double alpha)
    {
        Check(hits, total, otherHits, otherTotal, alpha);
        if (hits == 0 && otherHits == 0)
        {
            return 0;
        }

        (double t, double f) = OffTheCorner(hits, total, otherHits, otherTotal);
        (t, f) = (t + 0.5, f + 0.5);
        double spread = Math.Sqrt((1 / t) - (1 / (total + 0.5)) + (1 / f) - (1 / (otherTotal + 0.5)));
        return t / (total + 0.5) / (f / (otherTotal + 0.5)) * Math.Exp(-Quantiles.NormalUpper(alpha) * spread);
    }

    /// <summary>The bound of Newcombe ("Logit confidence intervals and the inverse sinh transformation", The American Statistician 2001).</summary>
    /// <param name="hits">Count over the ratio's line, as true positives.</param>
    /// <param name="total">Its total, 1 at least.</param>
    /// <param name="otherHits">Count under the line, as false positives.</param>
    /// <param name="otherTotal">Its total, 1 at least.</param>
    /// <param name="alpha">One-sided error rate, above 0 and at most 0.5.</param>
    /// <returns>The lower bound of the ratio; 0 when <paramref name="hits"/> is 0.</returns>
    public static double InverseSinh(int hits, int total, int otherHits, int otherTotal, double alpha)
    {
        Check(hits, total, otherHits, otherTotal, alpha);
        if (hits == 0)
        {
            return 0;
        }

        double z = Quantiles.NormalUpper(alpha);
        (double t, double f) = OffTheCorner(hits, total, otherHits, otherTotal);
        f = f == 0 ? z * z : f;
        double spread = Math.Sqrt(Math.Max(0, (1 / t) - (1.0 / total) + (1 / f) - (1.0 / otherTotal)));
        return t / total / (f / otherTotal) * Math.Exp(-2 * Math.Asinh(z / 2 * spread));
    }

    // Where both rates are 1 there is no spread left to estimate: half a count is taken off each.
    private static (double Hits, double OtherHits) OffTheCorner(int hits, int total, int otherHits, int otherTotal) =>
        hits == total && otherHits == otherTotal ? (total - 0.5, otherTotal - 0.5) : (hits, otherHits);
}
