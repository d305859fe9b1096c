using System.Collections.Concurrent;

namespace Paname.Attacks.Membership;

/// <summary>Comparisons that sort any n numbers, whatever they are, so that several lists are sorted side by side without a branch (Batcher's merge exchange;
/// Knuth: The Art of Computer Programming 3, algorithm 5.2.2M).</summary>
internal static class SortingNetwork
{
    private static readonly ConcurrentDictionary<int, int[]> Known = new();

    /// <summary>Pairs of positions, one after the other: the smaller number goes to the first, the larger to the second.</summary>
    internal static int[] Of(int count) => Known.GetOrAdd(count, Build);

    private static int[] Build(int count)
    {
        var pairs = new List<int>();
        int top = 1;
        while (2 * top < count)
        {
            top *= 2;
        }

        for (int p = count > 1 ? top : 0; p > 0; p /= 2)
        {
            int q = top;
            int r = 0;
            int distance = p;
            while (true)
            {
                for (int i = 0; i < count - distance; i++)
                {
                    if ((i & p) == r)
                    {
                        pairs.Add(i);
                        pairs.Add(i + distance);
                    }
                }

                if (q == p)
                {
                    break;
                }

                distance = q - p;
                q /= 2;
                r = p;
            }
        }

        return [.. pairs];
    }
}
