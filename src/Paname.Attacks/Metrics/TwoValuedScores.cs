namespace Paname.Attacks.Metrics;

/// <summary>Recognises scores that take exactly two values over both sides.</summary>
internal static class TwoValuedScores
{
    internal static bool Are(double[] members, double[] nonMembers)
    {
        double low = Math.Min(members[0], nonMembers[0]);
        double high = Math.Max(members[^1], nonMembers[^1]);
        return low < high && Holds(members, low, high) && Holds(nonMembers, low, high);
    }

    // Ascending order: all values are low or high iff the first value that is not low is high.
    private static bool Holds(double[] ascending, double low, double high)
    {
        foreach (double value in ascending)
        {
            if (value > low)
            {
                return value == high;
            }
        }

        return true;
    }
}
