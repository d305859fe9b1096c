using MathNet.Numerics.Random;

namespace Paname.Attacks.Membership;

/// <summary>Draws which records become canaries.</summary>
internal static class Canaries
{
    /// <summary>The same share, rounded up, of members and of non-members, among the records a verdict rests on and among the others.</summary>
    internal static bool[] Draw(MembershipObservations observations, IReadOnlyList<int>? judged, double share, Random random)
    {
        var isJudged = new bool[observations.Outputs.Count];
        foreach (int record in judged ?? [.. Enumerable.Range(0, isJudged.Length)])
        {
            isJudged[record] = true;
        }

        var canaries = new bool[isJudged.Length];
        foreach (IGrouping<(bool, bool), int> part in Enumerable.Range(0, isJudged.Length).GroupBy(record => (record < observations.Members, isJudged[record])))
        {
            int[] records = [.. part];
            random.Shuffle(records);
            foreach (int record in records.Take((int)Math.Ceiling(share * records.Length)))
            {
                canaries[record] = true;
            }
        }

        return canaries;
    }
}
