namespace Paname.Attacks.Metrics;

/// <summary>Recognises scores that take two values over both sides.</summary>
internal static class TwoValuedScores
{
    /// <summary>Whether there are exactly two values. Both sides are in ascending order.</summary>
    internal static bool Are(double[] members, double[] nonMembers)
        => Math.Min(members[0], nonMembers[0]) < Math.Max(members[^1], nonMembers[^1]) && AreAtMost(members, nonMembers);

    /// <summary>Whether there are one or two values. Both sides are in ascending order.</summary>
    internal static bool AreAtMost(double[] members, double[] nonMembers)
    {
        double low = Math.Min(members[0], nonMembers[0]);
        double high = Math.Max(members[^1], nonMembers[^1]);
        return Holds(members, low, high) && Holds(nonMembers, low, high);
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
