namespace Paname.Attacks.Membership;

/// <summary>How much of a population a record dominates, by one sort and a binary search per record.</summary>
internal static class Dominance
{
    /// <summary>The share of population ratios that each ratio exceeds by more than a factor of gamma; logarithms in, exact also among ties.</summary>
    internal static double[] Shares(ReadOnlySpan<double> logRatios, ReadOnlySpan<double> population, double gamma)
    {
        double margin = Math.Log(gamma);
        double[] sorted = population.ToArray();
        sorted.AsSpan().Sort();
        var shares = new double[logRatios.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = (double)Count(sorted, logRatios[i], margin) / sorted.Length;
        }

        return shares;
    }

    // The difference falls with z, as rounded too: the very comparison of the definition holds for a prefix.
    private static int Count(double[] sorted, double ratio, double margin)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ratio - sorted[middle] > margin)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
