namespace Paname.Attacks.Metrics;

/// <summary>Draws one record per group; the draw depends on the seed, the group's name and its sizes alone, never on scores or on order.</summary>
internal static class GroupDraw
{
    internal static (SortedScores Members, SortedScores NonMembers) Draw(ScoreSample sample, int seed)
    {
        int[] members = CountPerGroup(sample.MemberScores, sample.Groups);
        int[] nonMembers = CountPerGroup(sample.NonMemberScores, sample.Groups);
        int[] memberPick = new int[sample.Groups];
        int[] nonMemberPick = new int[sample.Groups];
        for (int g = 0; g < sample.Groups; g++)
        {
            int pick = (int)(Mix(sample.GroupHashes[g] ^ Mix((uint)seed)) % (ulong)(members[g] + nonMembers[g]));
            memberPick[g] = pick < members[g] ? pick : -1;
            nonMemberPick[g] = pick - members[g];
        }

        return (Keep(sample.MemberScores, memberPick), Keep(sample.NonMemberScores, nonMemberPick));
    }

    /// <summary>A stable 64-bit hash of a group's name (FNV-1a): string.GetHashCode differs between runs.</summary>
    internal static ulong Hash(string name)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in name)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }

    // The finaliser of SplitMix64: neighbouring seeds and names give unrelated draws.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private static int[] CountPerGroup(SortedScores side, int groups)
    {
        int[] counts = new int[groups];
        foreach (int id in side.GroupIds!)
        {
            counts[id]++;
        }

        return counts;
    }

    // Within a group, records are counted by ascending score: equal scores are interchangeable, so the result is unique.
    private static SortedScores Keep(SortedScores side, int[] pick)
    {
        List<double> kept = [];
        for (int i = 0; i < side.Count; i++)
        {
            if (pick[side.GroupIds![i]]-- == 0)
            {
                kept.Add(side.Values[i]);
            }
        }

        return new([.. kept], null);
    }
}
