namespace Paname.Attacks.Learning.Trees;

/// <summary>A table by columns, each value replaced by the number of its bin: at most 256 bins per column, one per value where a column has no more values.</summary>
internal sealed class BinnedTable
{
    internal const int MostBins = 256;

    private BinnedTable(int rows, byte[][] columns, double[][] cuts)
    {
        Rows = rows;
        Columns = columns;
        Cuts = cuts;
    }

    internal int Rows { get; }

    internal int Width => Columns.Length;

    /// <summary>The bin of each row, by column.</summary>
    internal byte[][] Columns { get; }

    /// <summary>For each column, ascending: bin b holds the values up to and including cut b and above cut b - 1; the last bin has no cut.</summary>
    internal double[][] Cuts { get; }

    internal static BinnedTable Of(FeatureTable features)
    {
        var columns = new byte[features.Width][];
        var cuts = new double[features.Width][];
        Parallel.For(0, features.Width, column =>
        {
            var values = new double[features.Rows];
            for (int r = 0; r < values.Length; r++)
            {
                values[r] = features.Row(r)[column];
            }

            cuts[column] = CutsOf(values);
            columns[column] = Array.ConvertAll(values, value => BinOf(cuts[column], value));
        });
        return new BinnedTable(features.Rows, columns, cuts);
    }

    private static double[] CutsOf(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        var cuts = new List<double>();
        var ends = new List<int>();
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] > sorted[i - 1])
            {
                double middle = (sorted[i - 1] / 2) + (sorted[i] / 2);
                cuts.Add(middle >= sorted[i - 1] && middle < sorted[i] ? middle : sorted[i - 1]);
                ends.Add(i);
            }
        }

        if (cuts.Count < MostBins)
        {
            return [.. cuts];
        }

        // Too many values: cuts at about equal counts.
        var chosen = new List<double>(MostBins);
        int next = 1;
        for (int c = 0; c < cuts.Count; c++)
        {
            if ((long)ends[c] * MostBins >= (long)next * sorted.Length)
            {
                chosen.Add(cuts[c]);
                next = (int)((long)ends[c] * MostBins / sorted.Length) + 1;
            }
        }

        return [.. chosen.Take(MostBins - 1)];
    }

    private static byte BinOf(double[] cuts, double value)
    {
        int at = Array.BinarySearch(cuts, value);
        return (byte)(at >= 0 ? at : ~at);
    }
}
