namespace Paname.Attacks.Data.Hygiene;

/// <summary>Records that occur twice, across the split or on one side; one pass over each side.</summary>
internal static class RecordFindings
{
    internal static IEnumerable<HygieneFinding> Of(MembershipData data)
    {
        (UInt128[] members, UInt128[] nonMembers) = (data.Keys.Members.Comparable, data.Keys.NonMembers.Comparable);
        if (RecordMatch.AreDistinct(members, nonMembers))
        {
            yield break;
        }

        if (AreIdentical(data, members, nonMembers))
        {
            yield return new(HygieneKind.IdenticalSides, true, members.Length,
                "Members and non-members are identical, record by record. Give held-out records as non-members.");
            yield break;
        }

        foreach (HygieneFinding finding in Across(data, members, nonMembers))
        {
            yield return finding;
        }

        foreach (bool member in new[] { true, false })
        {
            if (Within(data, member, member ? members : nonMembers) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static bool AreIdentical(MembershipData data, UInt128[] members, UInt128[] nonMembers)
        => members.AsSpan().SequenceEqual(nonMembers)
            && data.Members.Labels.SequenceEqual(data.NonMembers.Labels)
            && Enumerable.Range(0, members.Length).All(i => RecordMatch.AreSame(data.Members.Records, i, data.NonMembers.Records, i));

    private static IEnumerable<HygieneFinding> Across(MembershipData data, UInt128[] members, UInt128[] nonMembers)
    {
        var withLabel = new Dictionary<(UInt128 Key, int Label), int>(nonMembers.Length);
        var withoutLabel = new Dictionary<UInt128, int>(nonMembers.Length);
        for (int i = 0; i < nonMembers.Length; i++)
        {
            withLabel.TryAdd((nonMembers[i], data.NonMembers.Labels[i]), i);
            withoutLabel.TryAdd(nonMembers[i], i);
        }

        var shared = new Examples();
        var conflicting = new Examples();
        for (int i = 0; i < members.Length; i++)
        {
            int member = i;
            if (withLabel.TryGetValue((members[i], data.Members.Labels[i]), out int same) && AreSame(member, same))
            {
                shared.Add(() => $"{data.RecordName(true, member)} = {data.RecordName(false, same)}");
            }
            else if (withoutLabel.TryGetValue(members[i], out int other) && AreSame(member, other))
            {
                conflicting.Add(() => $"{data.RecordName(true, member)} and {data.RecordName(false, other)}");
            }
        }

        if (shared.Count > 0)
        {
            yield return new(HygieneKind.SharedRecord, true, shared.Count,
                $"{Examples.Plural(shared.Count, "member is", "members are")} also among the non-members, with the same features and label: {shared}. Remove every such record from the non-members.");
        }

        if (conflicting.Count > 0)
        {
            yield return new(HygieneKind.ConflictingLabel, false, conflicting.Count,
                $"{Examples.Plural(conflicting.Count, "member has", "members have")} the features of a non-member, but another label: {conflicting}. Check that they are different records.");
        }

        bool AreSame(int member, int nonMember) => RecordMatch.AreSame(data.Members.Records, member, data.NonMembers.Records, nonMember);
    }

    private static HygieneFinding? Within(MembershipData data, bool member, UInt128[] keys)
    {
        LabelledRecords own = member ? data.Members : data.NonMembers;
        var first = new Dictionary<(UInt128 Key, int Label), int>(keys.Length);
        var repeated = new Examples();
        for (int i = 0; i < keys.Length; i++)
        {
            int later = i;
            if (first.TryGetValue((keys[i], own.Labels[i]), out int earlier) && RecordMatch.AreSame(own.Records, later, own.Records, earlier))
            {
                repeated.Add(() => $"{data.RecordName(member, later)} = {data.RecordName(member, earlier)}");
            }
            else
            {
                first.TryAdd((keys[i], own.Labels[i]), i);
            }
        }

        string side = member ? "member" : "non-member";
        return repeated.Count == 0
            ? null
            : new(HygieneKind.RepeatedRecord, false, repeated.Count,
                $"{Examples.Plural(repeated.Count, side + " repeats", side + "s repeat")} an earlier one, with the same features and label: {repeated}. If they belong together, declare a group column; the intervals take records as independent.");
    }
}
