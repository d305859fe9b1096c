namespace Paname.Attacks.Data.Hygiene;

/// <summary>A key of 128 bits of each record's features: equal for equal values; that values of equal keys are equal is for the caller to confirm.</summary>
internal static class RecordKeys
{
    internal static (UInt128[] Members, UInt128[] NonMembers) Of(MembershipData data)
    {
        var members = new UInt128[data.Members.Count];
        var nonMembers = new UInt128[data.NonMembers.Count];
        Parallel.Invoke(() => Fill(members, data.Members.Records), () => Fill(nonMembers, data.NonMembers.Records));
        return (members, nonMembers);
    }

    /// <summary>Whether no key occurs twice.</summary>
    internal static bool AreDistinct(UInt128[] members, UInt128[] nonMembers)
    {
        var seen = new HashSet<UInt128>(members.Length + nonMembers.Length);
        return members.All(seen.Add) && nonMembers.All(seen.Add);
    }

    /// <summary>Whether two records have the same values, field by field.</summary>
    internal static bool AreSame(Records records, int record, Records others, int other)
    {
        for (int i = 0; i < records.Fields.Count; i++)
        {
            if (!records.Fields[i].IsSame(record, others.Fields[i], other))
            {
                return false;
            }
        }

        return true;
    }

    private static void Fill(UInt128[] keys, Records records)
    {
        foreach (RecordField field in records.Fields)
        {
            field.MixInto(keys);
        }
    }
}
