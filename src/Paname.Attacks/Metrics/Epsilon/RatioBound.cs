namespace Paname.Attacks.Metrics;

/// <summary>
/// Lower confidence bounds on the ratio of two independent rates, (hits / total) over (other hits / other total), as TensorFlow Privacy computes them to bound
/// epsilon. For one threshold fixed beforehand; the largest over many thresholds is no confidence bound.
/// </summary>
public static partial class RatioBound
{
    /// <summary>The bound of Bailey ("Confidence limits to the risk ratio", Biometrics 1987), a cube-root normal approximation.</summary>
    /// <param name="hits">Count over the ratio's line, as true positives.</param>
    /// <param name="total">Its total, 1 at least.</param>
    /// <param name="otherHits">Count under the line, as false positives.</param>
    /// <param name="otherTotal">Its total, 1 at least.</param>
    /// <param name="alpha">One-sided error rate, above 0 and at most 0.5.</param>
    /// <returns>The lower bound of the ratio; 0 when <paramref name="hits"/> is 0.</returns>
    public static double Bailey(int hits, int total, int otherHits, int otherTotal, double alpha)
    {
        Check(hits, total, otherHits, otherTotal, alpha);
        if (hits == 0)
        {
            return 0;
        }

        double t = hits == total ? total - 0.5 : hits;
        double f = otherHits == otherTotal ? otherTotal - 0.5 : otherHits == 0 ? 0.5 : otherHits;
        double z = -Quantiles.NormalUpper(alpha);
        double miss = 1 - (t / total);
        double otherMiss = 1 - (f / otherTotal);
        double root = Math.Sqrt(Math.Max(0, (miss / t) + (otherMiss / f) - (z * z * miss * otherMiss / (9 * t * f))));
        double factor = (1 + (z / 3 * root)) / (1 - (z * z * otherMiss / (9 * f)));
        return t / total / (f / otherTotal) * factor * factor * factor;
    }

    /// <summary>The Clopper-Pearson lower limit of the first rate over the upper limit of the second, each at half of alpha: valid for every size.</summary>
    /// <param name="hits">Count over the ratio's line, as true positives.</param>
    /// <param name="total">Its total, 1 at least.</param>
    /// <param name="otherHits">Count under the line, as false positives.</param>
    /// <param name="otherTotal">Its total, 1 at least.</param>
    /// <param name="alpha">One-sided error rate, above 0 and at most 0.5.</param>
    /// <returns>The lower bound of the ratio; 0 when <paramref name="hits"/> is 0.</returns>
    public static double ClopperPearson(int hits, int total, int otherHits, int otherTotal, double alpha)
    {
        Check(hits, total, otherHits, otherTotal, alpha);
        return BinomialInterval.ClopperPearsonLower(hits, total, alpha / 2) / BinomialInterval.ClopperPearsonUpper(otherHits, otherTotal, alpha / 2);
    }

    private static void Check(int hits, int total, int otherHits, int otherTotal, double alpha)
    {
        MetricArguments.CheckCounts(hits, total);
        MetricArguments.CheckCounts(otherHits, otherTotal);
        MetricArguments.CheckLevel(alpha);
    }
}
