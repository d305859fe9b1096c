namespace Paname.Attacks.Metrics;

/// <summary>Finds where a claim stops to be refuted: everything below is, everything above is not.</summary>
internal static class Bisection
{
    private const int Steps = 200;

    /// <summary>The largest refuted value from <paramref name="start"/> up; <paramref name="start"/> when it is not refuted itself.</summary>
    internal static double LargestRefuted(Func<double, bool> refuted, double start, double tolerance)
    {
        if (!refuted(start))
        {
            return start;
        }

        double low = start;
        double high = Math.Max(1, 2 * start);
        while (refuted(high))
        {
            (low, high) = (high, 2 * high);
        }

        for (int i = 0; i < Steps && high - low > tolerance * Math.Max(1, low); i++)
        {
            double middle = low + ((high - low) / 2);
            (low, high) = refuted(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }
}
