namespace Paname.Attacks.Metrics;

/// <summary>The membership advantage TPR - FPR (Yeom et al., "Privacy risk in machine learning", 2018) with one-sided bounds.</summary>
public static class Advantage
{
    /// <summary>The largest advantage over thresholds chosen on the same records.</summary>
    /// <param name="sample">The scores.</param>
    /// <param name="level">Error rate of each bound, above 0 and at most 0.5; 0.05 by default.</param>
    /// <param name="seed">Draws one record per group, the band needs independent records; without effect when there are no groups.</param>
    /// <returns>
    /// max(TPR - FPR), from 0 to 1, with the band of Dvoretzky, Kiefer and Wolfowitz (constant by Massart, 1990) around both score distributions: honest
    /// about the choice of threshold, and wide; a threshold fixed beforehand gives much tighter bounds, see <see cref="AtThreshold"/>.
    /// </returns>
    public static BoundedEstimate Maximal(ScoreSample sample, double level = 0.05, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(sample);
        MetricArguments.CheckLevel(level);
        (SortedScores members, SortedScores nonMembers) = sample.OnePerGroup(seed);
        if (members.Count == 0 || nonMembers.Count == 0)
        {
            return new(RocCurve.Create(sample).MaximalAdvantage, 0, 1, 1);
        }

        (double value, double error) = Largest(members, nonMembers);
        double log = Math.Log(2 / level) / 2;
        double band = Math.Sqrt(log / members.Count) + Math.Sqrt(log / nonMembers.Count);
        return new(value, Math.Max(0, value - band), Math.Min(1, value + band), error);
    }

    /// <summary>The advantage at a threshold fixed before these records were seen, on a held-out half for instance.</summary>
    /// <param name="sample">The scores.</param>
    /// <param name="threshold">Member iff score &gt;= threshold; not NaN.</param>
    /// <param name="level">Error rate of each bound, above 0 and at most 0.5; 0.05 by default.</param>
    /// <returns>TPR - FPR, from -1 to 1, with Newcombe's bounds from one-sided Wilson limits (1998); groups enter by their effective sample size.</returns>
    public static BoundedEstimate AtThreshold(ScoreSample sample, double threshold, double level = 0.05)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentOutOfRangeException.ThrowIfEqual(threshold, double.NaN);
        MetricArguments.CheckLevel(level);
        Proportion tpr = Proportion.AtLeast(sample.MemberScores, sample.Groups, sample.MemberGroups, threshold);
        Proportion fpr = Proportion.AtLeast(sample.NonMemberScores, sample.Groups, sample.NonMemberGroups, threshold);
        (double lower, double upper) = NewcombeDifference.Bounds(tpr, fpr, level);
        double value = tpr.Value - fpr.Value;
        return new(value, Math.Min(value, Math.Max(-1, lower)), Math.Max(value, Math.Min(1, upper)), Math.Sqrt(tpr.Variance + fpr.Variance));
    }

    private static (double Value, double StandardError) Largest(SortedScores members, SortedScores nonMembers)
    {
        double best = 0;
        double error = 0;
        TieGroups groups = new(members.Values, nonMembers.Values);
        while (groups.MoveNext())
        {
            Proportion tpr = new((double)(members.Count - groups.MembersBelow) / members.Count, members.Count);
            Proportion fpr = new((double)(nonMembers.Count - groups.NonMembersBelow) / nonMembers.Count, nonMembers.Count);
            if (tpr.Value - fpr.Value > best)
            {
                best = tpr.Value - fpr.Value;
                error = Math.Sqrt(tpr.Variance + fpr.Variance);
            }
        }

        return (best, error);
    }
}
