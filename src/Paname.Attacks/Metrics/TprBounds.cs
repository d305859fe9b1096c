namespace Paname.Attacks.Metrics;

/// <summary>Distribution-free one-sided bounds of the TPR at a population FPR.</summary>
internal static class TprBounds
{
    internal static double Upper(SortedScores members, SortedScores nonMembers, double fpr, double level)
    {
        TprPlan plan = TprPlan.Best(members.Count, nonMembers.Count, fpr, level);
        return plan.K == 0 ? 1 : TprPlan.UpperBound(members.AtLeast(nonMembers.Descending(plan.K)), members.Count, plan.CountError);
    }

    internal static int TiedAtThreshold(SortedScores members, SortedScores nonMembers, double fpr, double level)
    {
        TprPlan plan = TprPlan.Best(members.Count, nonMembers.Count, fpr, level);
        if (plan.K == 0)
        {
            return 0;
        }

        double threshold = nonMembers.Descending(plan.K);
        return members.AtLeast(threshold) - members.Above(threshold);
    }

    internal static double Lower(SortedScores members, SortedScores nonMembers, double fpr, double level)
    {
        int k = LowerRank(nonMembers.Count, fpr, level);
        int count = k == 0 ? 0 : members.Above(nonMembers.Descending(k));
        return count == 0 ? 0 : BetaQuantile.Lower(level - ThresholdError(k, nonMembers.Count, fpr), count, members.Count - count + 1.0);
    }

    // Rank k is planned for levels from 2 b1(k) up to 2 b1(k + 1); within them the limit is reached from b1(k) + P[Bin(m, limit) >= x(k)] on.
    // Going down from level one half, the answer is the first level below which it is not.
    internal static double PValueAtLeast(SortedScores members, SortedScores nonMembers, double fpr, double limit)
    {
        double top = 1;
        for (int k = LowerRank(nonMembers.Count, fpr, 0.5); k > 0; k--)
        {
            double thresholdError = ThresholdError(k, nonMembers.Count, fpr);
            double reached = thresholdError + BinomialTail.AtLeast(members.Above(nonMembers.Descending(k)), members.Count, limit);
            if (top == 1 && reached > 0.5)
            {
                return 1;
            }

            if (reached > 2 * thresholdError)
            {
                return Math.Min(reached, top);
            }

            top = 2 * thresholdError;
        }

        return top;
    }

    /// <summary>The largest k with P[Bin(n, fpr) &lt;= k - 1] at most half the level; 0 when there is none.</summary>
    private static int LowerRank(int nonMembers, double fpr, double level)
    {
        int low = 0;
        int high = nonMembers + 1;
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            if (ThresholdError(middle, nonMembers, fpr) <= level / 2)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static double ThresholdError(int k, int nonMembers, double fpr) => BinomialTail.AtMost(k - 1, nonMembers, fpr);
}
