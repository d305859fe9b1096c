using System.Globalization;
using Paname.Attacks.Data;

namespace Paname.Attacks.Metrics;

/// <summary>Numbers the groups of both sides so that neither the order of records nor of names matters.</summary>
internal sealed record ScoreGroups(int[] MemberIds, int[] NonMemberIds, int Count, ulong[] Hashes)
{
    /// <summary>The groups, or null when every group has one record: records then stand alone.</summary>
    internal static ScoreGroups? Find(
        double[] members, double[] nonMembers, IReadOnlyList<string>? memberGroups, IReadOnlyList<string>? nonMemberGroups)
    {
        Check(memberGroups, members.Length, "member", nameof(memberGroups));
        Check(nonMemberGroups, nonMembers.Length, "non-member", nameof(nonMemberGroups));
        List<string> names = [.. (memberGroups ?? []).Concat(nonMemberGroups ?? [])];
        string[] distinct = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (distinct.Length == names.Count)
        {
            return null;
        }

        Dictionary<string, int> ids = new(distinct.Length, StringComparer.Ordinal);
        ulong[] hashes = new ulong[distinct.Length];
        for (int i = 0; i < distinct.Length; i++)
        {
            ids.Add(distinct[i], i);
            hashes[i] = GroupDraw.Hash(distinct[i]);
        }

        int count = distinct.Length;
        int[] memberIds = Number(memberGroups, ids, members, ref count);
        int[] nonMemberIds = Number(nonMemberGroups, ids, nonMembers, ref count);
        Array.Resize(ref hashes, count);
        return new(memberIds, nonMemberIds, count, hashes);
    }

    private static int[] Number(IReadOnlyList<string>? groups, Dictionary<string, int> ids, double[] scores, ref int count)
    {
        int[] numbers = new int[scores.Length];
        if (groups is not null)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = ids[groups[i]];
            }

            return numbers;
        }

        // A side without groups: each record is its own, numbered by score so that the order of records does not matter.
        int[] order = new int[scores.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort((double[])scores.Clone(), order);
        foreach (int record in order)
        {
            numbers[record] = count++;
        }

        return numbers;
    }

    private static void Check(IReadOnlyList<string>? groups, int records, string side, string argument)
    {
        if (groups is null)
        {
            return;
        }

        if (groups.Count != records)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {groups.Count} groups for {records} {side} scores; give one group per record."), argument);
        }

        for (int i = 0; i < records; i++)
        {
            if (groups[i] is null)
            {
                throw new PanameDataException(string.Create(
                    CultureInfo.InvariantCulture, $"The group of {side} {i} (counting from 0) is missing. Give one group per record, a record's own id where it stands alone."));
            }
        }
    }
}
