namespace Paname.Attacks.Metrics;

/// <summary>Correction for several claims tested at once (Holm, "A simple sequentially rejective multiple test procedure", 1979).</summary>
public static class Holm
{
    /// <summary>Adjusts p-values: claims whose adjusted value is at most the level are proven together at that level, whatever their dependence.</summary>
    /// <param name="pValues">The p-values of the whole family, each from 0 to 1; the family is fixed before any result.</param>
    /// <returns>The adjusted p-values in the same order, never below the given ones.</returns>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        double[] sorted = pValues.ToArray();
        int[] order = new int[sorted.Length];
        for (int i = 0; i < order.Length; i++)
        {
            MetricArguments.CheckFraction(sorted[i], nameof(pValues));
            order[i] = i;
        }

        Array.Sort(sorted, order);
        double[] adjusted = new double[sorted.Length];
        double running = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            running = Math.Max(running, Math.Min(1, (sorted.Length - i) * sorted[i]));
            adjusted[order[i]] = running;
        }

        return adjusted;
    }
}
