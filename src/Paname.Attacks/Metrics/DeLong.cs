namespace Paname.Attacks.Metrics;

/// <summary>The DeLong variance of the AUC for independent records, in one linear merge (DeLong, DeLong and Clarke-Pearson, 1988; Sun and Xu, 2014).</summary>
internal static class DeLong
{
    internal static AucMoments Compute(ScoreSample sample)
    {
        (PlacementSums members, PlacementSums nonMembers, double ties) = Merge(sample);
        return new(Variance(members, nonMembers), Variance(members.Augmented(), nonMembers.Augmented()), NullVariance(sample.Members, sample.NonMembers, ties), 1);
    }

    /// <summary>Both sides' placements and the sum of t^3 - t over tie groups.</summary>
    internal static (PlacementSums Members, PlacementSums NonMembers, double Ties) Merge(ScoreSample sample)
    {
        PlacementSums members = new(sample.Members, sample.NonMembers);
        PlacementSums nonMembers = new(sample.NonMembers, sample.Members);
        double ties = 0;
        TieGroups groups = new(sample.MemberScores.Values, sample.NonMemberScores.Values);
        while (groups.MoveNext())
        {
            if (groups.MembersAt > 0)
            {
                members.Add((2 * (ulong)groups.NonMembersBelow) + (ulong)groups.NonMembersAt, groups.MembersAt);
            }

            if (groups.NonMembersAt > 0)
            {
                ulong above = (ulong)(sample.Members - groups.MembersBelow - groups.MembersAt);
                nonMembers.Add((2 * above) + (ulong)groups.MembersAt, groups.NonMembersAt);
            }

            double t = (double)groups.MembersAt + groups.NonMembersAt;
            ties += ((t * t) - 1) * t;
        }

        return (members, nonMembers, ties);
    }

    /// <summary>The variance of the AUC when both sides have one distribution, corrected for ties.</summary>
    internal static double NullVariance(int members, int nonMembers, double ties)
    {
        double all = (double)members + nonMembers;
        return (all + 1 - (ties / (all * (all - 1)))) / (12.0 * members * nonMembers);
    }

    private static AucVariance Variance(in PlacementSums members, in PlacementSums nonMembers) => new(
        members.Mean, members.VarianceOfMean, nonMembers.VarianceOfMean, 0, members.Count, nonMembers.Count, members.Count + nonMembers.Count);
}
