using Paname.Attacks.Membership;

namespace Paname.Testing;

/// <summary>Names the members an attack finds most easily. It is done with the audit, not when a message is written: the result outlives the data, which may be large.</summary>
internal static class ExposedMembers
{
    private const int Shown = 5;

    internal static string[] Name(AttackScores found, int memberCount, Func<int, string> recordName)
    {
        int[] members = [.. (found.Judged ?? [.. Enumerable.Range(0, memberCount)]).Where(record => record < memberCount)];
        double[] scores = Array.ConvertAll(members, record => found.Values.Span[record]);
        Array.Sort(scores, members);
        double smallest = scores[Math.Max(0, scores.Length - Shown)];
        return
        [
            .. Enumerable.Range(0, scores.Length)
                .Where(i => scores[i] >= smallest)
                .OrderByDescending(i => scores[i])
                .ThenBy(i => members[i])
                .Take(Shown)
                .Select(i => recordName(members[i])),
        ];
    }
}
