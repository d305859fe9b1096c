namespace Paname.Attacks.Metrics;

/// <summary>
/// The variance of the AUC when records come in groups that are independent of one another only (Obuchowski, "Nonparametric analysis of clustered
/// ROC curve data", Biometrics 1997), with the covariance term for groups that have records on both sides.
/// The two added records at either end are groups of their own.
/// </summary>
internal static class ClusteredDeLong
{
    internal static AucMoments Compute(ScoreSample sample)
    {
        (PlacementSums members, PlacementSums nonMembers, double ties) = DeLong.Merge(sample);
        GroupSums memberSums = new(sample.Groups);
        GroupSums nonMemberSums = new(sample.Groups);
        Collect(sample, memberSums, nonMemberSums);

        AucVariance data = Variance(members.Mean, sample, memberSums, nonMemberSums, added: 0);
        AucVariance augmented = Variance(members.Augmented().Mean, sample, memberSums, nonMemberSums, added: 2);
        double independent = members.VarianceOfMean + nonMembers.VarianceOfMean;
        double effect = independent > 0 && data.MemberUnits > 1 && data.NonMemberUnits > 1 ? Math.Max(1, data.Total / independent) : 1;
        return new(data, augmented, DeLong.NullVariance(sample.Members, sample.NonMembers, ties), effect);
    }

    private static void Collect(ScoreSample sample, GroupSums memberSums, GroupSums nonMemberSums)
    {
        int[] memberIds = sample.MemberScores.GroupIds!;
        int[] nonMemberIds = sample.NonMemberScores.GroupIds!;
        TieGroups groups = new(sample.MemberScores.Values, sample.NonMemberScores.Values);
        while (groups.MoveNext())
        {
            long placement = (2L * groups.NonMembersBelow) + groups.NonMembersAt;
            for (int i = 0; i < groups.MembersAt; i++)
            {
                memberSums.Add(memberIds[groups.MembersBelow + i], placement);
            }

            placement = (2L * (sample.Members - groups.MembersBelow - groups.MembersAt)) + groups.MembersAt;
            for (int i = 0; i < groups.NonMembersAt; i++)
            {
                nonMemberSums.Add(nonMemberIds[groups.NonMembersBelow + i], placement);
            }
        }
    }

    private static AucVariance Variance(double auc, ScoreSample sample, GroupSums memberSums, GroupSums nonMemberSums, int added)
    {
        double members = sample.Members + added;
        double nonMembers = sample.NonMembers + added;
        double memberSpread = 0;
        double nonMemberSpread = 0;
        double cross = 0;
        for (int g = 0; g < sample.Groups; g++)
        {
            double a = memberSums.Deviation(g, auc, nonMembers, added);
            double b = nonMemberSums.Deviation(g, auc, members, added);
            memberSpread += a * a;
            nonMemberSpread += b * b;
            cross += a * b;
        }

        if (added > 0)
        {
            memberSpread += EndsSpread(auc, nonMembers);
            nonMemberSpread += EndsSpread(auc, members);
        }

        double memberUnits = sample.MemberGroups + added;
        double nonMemberUnits = sample.NonMemberGroups + added;
        double units = sample.Groups + (2 * added);
        return new(
            auc,
            memberUnits / (memberUnits - 1) * memberSpread / (members * members),
            nonMemberUnits / (nonMemberUnits - 1) * nonMemberSpread / (nonMembers * nonMembers),
            2 * units / (units - 1) * cross / (members * nonMembers),
            (int)memberUnits,
            (int)nonMemberUnits,
            (int)units);
    }

    // The added records at the ends have placements of half an opponent and of all opponents but half of one.
    private static double EndsSpread(double auc, double opponents)
    {
        double low = (0.5 / opponents) - auc;
        double high = ((opponents - 0.5) / opponents) - auc;
        return (low * low) + (high * high);
    }

    private sealed class GroupSums(int groups)
    {
        private readonly long[] _placements = new long[groups];
        private readonly int[] _records = new int[groups];

        internal void Add(int group, long placement)
        {
            _placements[group] += placement;
            _records[group]++;
        }

        /// <summary>A group's summed placements minus their expectation, as fractions; each added opponent pair adds 2 to a doubled placement.</summary>
        internal double Deviation(int group, double auc, double opponents, int added) =>
            ((_placements[group] + ((double)added * _records[group])) / (2 * opponents)) - (_records[group] * auc);
    }
}
