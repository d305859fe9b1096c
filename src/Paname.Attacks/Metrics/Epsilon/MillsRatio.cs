namespace Paname.Attacks.Metrics;

/// <summary>The normal distribution's upper tail over its density, which keeps its digits where both underflow.</summary>
internal static class MillsRatio
{
    internal static readonly double LogRootTwoPi = 0.5 * Math.Log(2 * Math.PI);

    // From here on the continued fraction converges in a few dozen steps; below, the ratio itself has all its digits.
    private const double Far = 5;
    private const int Terms = 60;

    /// <summary>P[Z &gt; t] / density(t), for t above -30.</summary>
    internal static double At(double t)
    {
        if (t < Far)
        {
            return Quantiles.NormalCdf(-t) * Math.Exp((t * t / 2) + LogRootTwoPi);
        }

        double value = t;
        for (int i = Terms; i > 0; i--)
        {
            value = t + (i / value);
        }

        return 1 / value;
    }
}
