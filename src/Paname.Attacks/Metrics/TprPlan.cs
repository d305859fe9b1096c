namespace Paname.Attacks.Metrics;

/// <summary>
/// What the upper bound of a TPR rests on: the k-th largest non-member score lies, but for probability b1, below the population's threshold.
/// </summary>
/// <param name="K">Rank of the non-member score from above, 1 = largest; 0 when there are too few non-members for any, the bound then is 1.</param>
/// <param name="ThresholdError">b1 = P[Bin(n, fpr) &gt;= k], below the level.</param>
/// <param name="CountError">b2 = level - b1, the error left for the count of members.</param>
/// <param name="PlannedUpper">The upper bound that a model without leak is expected to get.</param>
public readonly record struct TprPlan(int K, double ThresholdError, double CountError, double PlannedUpper)
{
    internal static TprPlan Best(int members, int nonMembers, double fpr, double level)
    {
        TprPlan best = new(0, 1, 0, 1);
        for (int k = FirstRank(nonMembers, fpr, level); k <= nonMembers; k++)
        {
            // Expected count of members beyond the k-th of n exchangeable scores, rounded up.
            int count = (int)Math.Ceiling((double)members * k / (nonMembers + 1.0));
            if (UpperBound(count, members, level) >= best.PlannedUpper)
            {
                break; // no later rank can do better: its bound is larger even with the whole level
            }

            double thresholdError = BinomialTail.AtLeast(k, nonMembers, fpr);
            double upper = UpperBound(count, members, level - thresholdError);
            if (upper < best.PlannedUpper)
            {
                best = new(k, thresholdError, level - thresholdError, upper);
            }
        }

        return best;
    }

    /// <summary>The Clopper-Pearson upper bound of a count.</summary>
    internal static double UpperBound(int count, int trials, double level) =>
        count >= trials ? 1 : BetaQuantile.Upper(level, count + 1.0, trials - count);

    // The smallest k with P[Bin(n, fpr) >= k] < level.
    private static int FirstRank(int nonMembers, double fpr, double level)
    {
        int low = 0;
        int high = nonMembers + 1;
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            if (BinomialTail.AtLeast(middle, nonMembers, fpr) < level)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }
}
