using Paname.Attacks.Data;
using Paname.Attacks.Metrics;

namespace Paname.Attacks.Membership;

/// <summary>Scores of some records as a sample of members and non-members.</summary>
internal static class JudgedSample
{
    /// <param name="scores">One per record named in <paramref name="records"/>.</param>
    /// <param name="records">Indices among all records, members first.</param>
    /// <param name="members">How many of all records are members.</param>
    /// <param name="groups">The groups of all records, if any.</param>
    internal static ScoreSample Of(ReadOnlySpan<double> scores, IReadOnlyList<int> records, int members, IReadOnlyList<string>? groups)
    {
        var sides = (Members: new List<int>(), NonMembers: new List<int>());
        for (int i = 0; i < records.Count; i++)
        {
            (records[i] < members ? sides.Members : sides.NonMembers).Add(i);
        }

        if (sides.Members.Count == 0 || sides.NonMembers.Count == 0)
        {
            throw new PanameDataException("The records to judge by are all members or all non-members; give more records or, where records are grouped, more groups.");
        }

        return ScoreSample.Create(
            Pick(scores, sides.Members),
            Pick(scores, sides.NonMembers),
            groups is null ? null : [.. sides.Members.Select(i => groups[records[i]])],
            groups is null ? null : [.. sides.NonMembers.Select(i => groups[records[i]])]);
    }

    private static double[] Pick(ReadOnlySpan<double> scores, List<int> positions)
    {
        var picked = new double[positions.Count];
        for (int i = 0; i < picked.Length; i++)
        {
            picked[i] = scores[positions[i]];
        }

        return picked;
    }
}
