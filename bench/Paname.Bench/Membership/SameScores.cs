namespace Paname.Bench.Membership;

/// <summary>Sees to it that what is compared does the same work: both sides' scores agree.</summary>
internal static class SameScores
{
    /// <param name="ours">Our scores.</param>
    /// <param name="theirs">What they are compared with.</param>
    /// <param name="tolerance">The largest difference, as a share of the score where that is above 1.</param>
    internal static void Require(ReadOnlySpan<double> ours, ReadOnlySpan<double> theirs, double tolerance)
    {
        bool same = ours.Length == theirs.Length;
        for (int i = 0; same && i < ours.Length; i++)
        {
            same = Math.Abs(ours[i] - theirs[i]) <= tolerance * Math.Max(1, Math.Abs(theirs[i]));
        }

        if (!same)
        {
            throw new InvalidOperationException("The two sides of a comparison give different scores.");
        }
    }
}
