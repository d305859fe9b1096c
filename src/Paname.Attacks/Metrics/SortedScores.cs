using System.Globalization;
using Paname.Attacks.Data;

namespace Paname.Attacks.Metrics;

/// <summary>One side's scores in ascending order, with the group of each when records come in groups.</summary>
internal sealed class SortedScores(double[] values, int[]? groupIds)
{
    private const int WorthTwoThreads = 20_000;

    internal double[] Values { get; } = values;

    internal int[]? GroupIds { get; } = groupIds;

    internal int Count => Values.Length;

    internal static double[] CheckedCopy(ReadOnlySpan<double> scores, string side)
    {
        if (scores.IsEmpty)
        {
            throw new PanameDataException($"There is no {side} score. Both members and non-members are needed.");
        }

        double[] copy = new double[scores.Length];
        for (int i = 0; i < copy.Length; i++)
        {
            if (double.IsNaN(scores[i]))
            {
                throw new PanameDataException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The score of {side} {i} (counting from 0) is NaN. Check the record's signal; nothing is filtered."));
            }

            copy[i] = scores[i] + 0.0; // -0 becomes 0, so that equal scores are equal bytes
        }

        return copy;
    }

    internal static void SortBoth(double[] members, int[]? memberIds, double[] nonMembers, int[]? nonMemberIds)
    {
        if (Math.Min(members.Length, nonMembers.Length) < WorthTwoThreads)
        {
            Sort(members, memberIds);
            Sort(nonMembers, nonMemberIds);
            return;
        }

        Parallel.Invoke(() => Sort(members, memberIds), () => Sort(nonMembers, nonMemberIds));
    }

    internal int CountGroups(int groups)
    {
        if (GroupIds is null)
        {
            return Count;
        }

        bool[] seen = new bool[groups];
        foreach (int id in GroupIds)
        {
            seen[id] = true;
        }

        return seen.Count(static s => s);
    }

    /// <summary>How many scores are at least the threshold.</summary>
    internal int AtLeast(double threshold) => Count - FirstIndex(threshold, strict: false);

    /// <summary>How many scores are above the threshold.</summary>
    internal int Above(double threshold) => Count - FirstIndex(threshold, strict: true);

    /// <summary>The score of descending rank 1, 2, ...</summary>
    internal double Descending(int rank) => Values[Count - rank];

    private static void Sort(double[] values, int[]? ids)
    {
        if (ids is null)
        {
            values.AsSpan().Sort();
        }
        else
        {
            Array.Sort(values, ids);
        }
    }

    private int FirstIndex(double threshold, bool strict)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            bool reached = strict ? Values[middle] > threshold : Values[middle] >= threshold;
            if (reached)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
