namespace Paname.Attacks.Membership;

/// <summary>Draws the records that a query budget is spent on, from the seed alone.</summary>
internal static class RecordDraw
{
    private const int Use = -1;

    /// <summary>Zero-based indices, ascending: up to so many members and so many non-members, each record of a side with the same chance.</summary>
    internal static int[] Of(MembershipObservations observations, int? perSide, int seed)
    {
        int limit = perSide ?? int.MaxValue;
        Random random = RecordSeed.Random(RecordSeed.Of(seed, Use, Use));
        return
        [
            .. Some(Enumerable.Range(0, observations.Members), limit, random),
            .. Some(Enumerable.Range(observations.Members, observations.NonMembers), limit, random),
        ];
    }

    /// <summary>What <see cref="AttackScores.Judged"/> is: null when every record was drawn.</summary>
    internal static IReadOnlyList<int>? Judged(int[] drawn, MembershipObservations observations) => drawn.Length == observations.Outputs.Count ? null : drawn;

    /// <summary>A score for each audited record, NaN for those not drawn.</summary>
    internal static double[] Spread(ReadOnlySpan<double> scores, int[] drawn, MembershipObservations observations)
    {
        var all = new double[observations.Outputs.Count];
        Array.Fill(all, double.NaN);
        for (int i = 0; i < drawn.Length; i++)
        {
            all[drawn[i]] = scores[i];
        }

        return all;
    }

    private static int[] Some(IEnumerable<int> side, int limit, Random random)
    {
        int[] records = [.. side];
        int count = Math.Min(limit, records.Length);
        for (int i = 0; i < count && count < records.Length; i++)
        {
            int j = i + random.Next(records.Length - i);
            (records[i], records[j]) = (records[j], records[i]);
        }

        return [.. records.Take(count).Order()];
    }
}
