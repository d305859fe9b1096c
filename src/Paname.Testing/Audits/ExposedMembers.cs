namespace Paname.Testing;

/// <summary>Names the members an attack finds most easily. It is done with the audit, not when a message is written: the result outlives the data, which may be large.</summary>
internal static class ExposedMembers
{
    private const int Shown = 5;

    internal static string[] Name(ReadOnlySpan<double> memberScores, Func<int, string> recordName)
    {
        double[] scores = memberScores.ToArray();
        int[] members = [.. Enumerable.Range(0, scores.Length)];
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
