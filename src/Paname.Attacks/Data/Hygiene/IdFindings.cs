namespace Paname.Attacks.Data.Hygiene;

/// <summary>Ids and groups that occur on both sides; the ids and groups themselves are not printed.</summary>
internal static class IdFindings
{
    internal static IEnumerable<HygieneFinding> Of(MembershipData data)
    {
        Examples ids = Shared(data, data.Members.Ids, data.NonMembers.Ids);
        if (ids.Count > 0)
        {
            yield return new(HygieneKind.SharedId, true, ids.Count,
                $"{Examples.Plural(ids.Count, "id is", "ids are")} on both sides: {ids}. Remove these records from the non-members; if the id names a person with several records, declare it as the group column.");
        }

        Examples groups = Shared(data, data.Members.Groups, data.NonMembers.Groups);
        if (groups.Count > 0)
        {
            yield return new(HygieneKind.SharedGroup, false, groups.Count,
                $"{Examples.Plural(groups.Count, "group has", "groups have")} records on both sides, for example: {groups}. Split by group where you can; the intervals allow for the dependence.");
        }
    }

    private static Examples Shared(MembershipData data, IReadOnlyList<string>? members, IReadOnlyList<string>? nonMembers)
    {
        var examples = new Examples();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < (nonMembers?.Count ?? 0); i++)
        {
            first.TryAdd(nonMembers![i], i);
        }

        for (int i = 0; i < (members?.Count ?? 0); i++)
        {
            int member = i;
            if (first.Remove(members![i], out int nonMember))
            {
                examples.Add(() => $"{data.RecordName(true, member)} and {data.RecordName(false, nonMember)}");
            }
        }

        return examples;
    }
}
