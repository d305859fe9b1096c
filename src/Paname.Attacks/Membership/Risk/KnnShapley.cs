namespace Paname.Attacks.Membership.Risk;

/// <summary>
/// The exact Shapley values of training records for a K-nearest-neighbour classifier on one test record (Jia et al., "Efficient Task-Specific Data Valuation for
/// Nearest Neighbor Algorithms", 2019), from far to near. Records at one distance take all orders among themselves with equal weight.
/// </summary>
internal static class KnnShapley
{
    /// <summary>Adds the values of one test record.</summary>
    /// <param name="distances">To each training record, ascending.</param>
    /// <param name="order">The training record at each rank.</param>
    /// <param name="matches">Whether a training record has the test record's class.</param>
    /// <param name="neighbours">K.</param>
    /// <param name="values">One sum per training record.</param>
    internal static void Add(ReadOnlySpan<double> distances, ReadOnlySpan<int> order, Func<int, bool> matches, int neighbours, Span<double> values)
    {
        // With m the matches by rank and w(i) = min(K, i) / (K i), the value at rank j is m(j) w(j) plus the sum over farther ranks i of m(i) (w(i) - w(i - 1)), here "farther".
        double farther = 0;
        for (int last = order.Length; last > 0;)
        {
            int first = last;
            while (first > 1 && distances[first - 2] == distances[last - 1])
            {
                first--;
            }

            ReadOnlySpan<int> tied = order[(first - 1)..last];
            int matching = 0;
            double meanWeight = 0;
            for (int i = 0; i < tied.Length; i++)
            {
                matching += matches(tied[i]) ? 1 : 0;
                meanWeight += Weight(first + i, neighbours) / tied.Length;
            }

            foreach (int record in tied)
            {
                int own = matches(record) ? 1 : 0;
                double others = tied.Length == 1 ? 0 : (double)(matching - own) / (tied.Length - 1);
                values[record] += (own * meanWeight) + (others * (Weight(last, neighbours) - meanWeight)) + farther;
            }

            farther += first == 1 ? 0 : (double)matching / tied.Length * (Weight(last, neighbours) - Weight(first - 1, neighbours));
            last = first - 1;
        }
    }

    private static double Weight(int rank, int neighbours) => (double)Math.Min(neighbours, rank) / neighbours / rank;
}
