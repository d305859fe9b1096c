namespace Paname.Attacks.Data.Hygiene;

/// <summary>Tells whether records are the same: by key whether any may be, by value whether two are.</summary>
internal static class RecordMatch
{
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
}
