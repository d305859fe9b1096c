namespace Paname.Attacks.Membership;

/// <summary>Counts in ascending numbers by bisection.</summary>
internal static class SortedSearch
{
    /// <summary>How many numbers lie below the value.</summary>
    internal static int Below(ReadOnlySpan<double> sorted, double value)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value)
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
