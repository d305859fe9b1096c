namespace Paname.Attacks.Metrics;

/// <summary>
/// The thresholds among which a bound may choose, and the number of claims that the choice costs on each side. The counts are those the limits are taken at.
/// </summary>
internal sealed record ThresholdFamily(IReadOnlyList<ConfusionCounts> Counts, double MemberClaims, double NonMemberClaims, double Claims, string Correction)
{
    internal static ThresholdFamily Create(ScoreSides scores, double delta, EpsilonOptions options) => options.Thresholds switch
    {
        EpsilonThresholds.Ranks => Ranks(scores),
        EpsilonThresholds.All => All(scores),
        EpsilonThresholds.ConvexHull => Hull(scores),
        EpsilonThresholds.Split => Split(scores, delta, options),
        EpsilonThresholds.Fixed => One(scores.At(options.Threshold), FormattableString.Invariant($"none: the threshold {options.Threshold} was fixed beforehand")),
        _ => throw new ArgumentOutOfRangeException(nameof(options), "Unknown choice of thresholds."),
    };

    /// <summary>
    /// The share of non-members above the k-th of n is at most Beta(k, n - k + 1), whose quantile is the exact limit of k - 1 counts; members are independent of that
    /// threshold. So the limits hold at every rank stated beforehand, and ties only widen them. Ranks of members from below mirror it.
    /// </summary>
    private static ThresholdFamily Ranks(ScoreSides scores)
    {
        (int m, int n) = (scores.Members.Count, scores.NonMembers.Count);
        List<ConfusionCounts> counts = [];
        foreach (int k in PowersOfTwo(n))
        {
            int tp = scores.Members.Above(scores.NonMembers.Descending(k));
            counts.Add(new(tp, m - tp, k - 1, n - k + 1));
        }

        foreach (int j in PowersOfTwo(m))
        {
            int fp = scores.NonMembers.AtLeast(scores.Members.Values[j - 1]);
            counts.Add(new(m - j + 1, j - 1, fp, n - fp));
        }

        int claims = counts.Count;
        return new(counts, claims, claims, claims, FormattableString.Invariant($"Bonferroni over {claims} thresholds at ranks stated beforehand"));
    }

    /// <summary>The limits hold at all ranks of a side at once when each has its share of the level, and a threshold at any value lies at or between ranks.</summary>
    private static ThresholdFamily All(ScoreSides scores)
    {
        (int m, int n) = (scores.Members.Count, scores.NonMembers.Count);
        return new(Every(scores), m, n, m + n, FormattableString.Invariant($"Bonferroni over all {m:N0} members and {n:N0} non-members as thresholds"));
    }

    private static ThresholdFamily Hull(ScoreSides scores)
    {
        List<ConfusionCounts> hull = [];
        foreach (ConfusionCounts point in Every(scores).Append(new(0, scores.Members.Count, 0, scores.NonMembers.Count)))
        {
            while (hull.Count > 1 && Turn(hull[^2], hull[^1], point) <= 0)
            {
                hull.RemoveAt(hull.Count - 1);
            }

            hull.Add(point);
        }

        return new(hull, hull.Count, hull.Count, hull.Count, FormattableString.Invariant($"Bonferroni over the {hull.Count} corners of the ROC curve's convex hull, as jax_privacy; their number is read off the data"));
    }

    private static ThresholdFamily Split(ScoreSides scores, double delta, EpsilonOptions options)
    {
        (ScoreSides chosen, ScoreSides rest) = scores.Split(options.SplitShare, options.Seed);
        double threshold = double.PositiveInfinity;
        double best = double.NegativeInfinity;
        TieGroups groups = new(chosen.Members.Values, chosen.NonMembers.Values);
        while (groups.MoveNext())
        {
            ConfusionCounts counts = At(groups, chosen);
            double value = EpsilonLimits.Of(counts, options.Level / 2, options.Level / 2).ClopperPearson(delta, options.BothDirections);
            value = value > 0 ? value : counts.Advantage - 1; // without any bound above 0, the widest gap
            if (value > best)
            {
                best = value;
                threshold = groups.MembersAt > 0 ? chosen.Members.Values[groups.MembersBelow] : chosen.NonMembers.Values[groups.NonMembersBelow];
            }
        }

        return One(rest.At(threshold), FormattableString.Invariant($"none: the threshold was chosen on {options.SplitShare:0.##} of the records and judged on the others"));
    }

    private static ThresholdFamily One(ConfusionCounts counts, string correction) => new([counts], 1, 1, 1, correction);

    private static List<ConfusionCounts> Every(ScoreSides scores)
    {
        List<ConfusionCounts> counts = [];
        TieGroups groups = new(scores.Members.Values, scores.NonMembers.Values);
        while (groups.MoveNext())
        {
            counts.Add(At(groups, scores));
        }

        return counts;
    }

    private static ConfusionCounts At(TieGroups groups, ScoreSides scores) =>
        new(scores.Members.Count - groups.MembersBelow, groups.MembersBelow, scores.NonMembers.Count - groups.NonMembersBelow, groups.NonMembersBelow);

    private static IEnumerable<int> PowersOfTwo(int count)
    {
        for (long k = 1; k <= Math.Max(1, count / 2); k *= 2)
        {
            yield return (int)k;
        }
    }

    // Positive when the middle point lies strictly on the better side (more true negatives) of the line between the others.
    private static double Turn(ConfusionCounts a, ConfusionCounts b, ConfusionCounts c) =>
        ((double)(b.TrueNegatives - a.TrueNegatives) * (c.FalseNegatives - b.FalseNegatives))
        - ((double)(c.TrueNegatives - b.TrueNegatives) * (b.FalseNegatives - a.FalseNegatives));
}
