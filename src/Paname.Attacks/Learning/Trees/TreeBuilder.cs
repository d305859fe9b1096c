using MathNet.Numerics.Random;

namespace Paname.Attacks.Learning.Trees;

/// <summary>
/// Grows one tree from sums of gradients and weights in bins. A leaf's value is G / (H + penalty), and a split is chosen by the fall of
/// -G^2 / (H + penalty). With gradient = weight x target that is the weighted Gini impurity (for targets 0 and 1) or the squared error;
/// with the derivatives of a loss it is a step of second-order boosting.
/// </summary>
internal sealed class TreeBuilder(BinnedTable table, TreeShape shape, int seed)
{
    private const double LeastGain = 1e-12;

    private readonly MersenneTwister _random = new(seed, threadSafe: false);
    private readonly Bin[] _bins = new Bin[BinnedTable.MostBins];
    private readonly int[] _features = [.. Enumerable.Range(0, table.Width)];

    /// <summary>Grows a tree.</summary>
    /// <param name="rows">The rows to grow from; reordered so that the rows of a leaf stand together.</param>
    /// <param name="gradients">By row of the table.</param>
    /// <param name="weights">By row of the table: counts, or second derivatives.</param>
    /// <returns>The tree, and the leaf of each row: the i-th number belongs to the i-th of the reordered rows.</returns>
    internal (Tree Tree, int[] Leaves) Grow(int[] rows, double[] gradients, double[] weights)
    {
        var tree = new Tree();
        var leaves = new int[rows.Length];
        var pending = new Stack<(int Node, int Start, int End, int Depth)>();
        pending.Push((tree.AddLeaf(Value(rows, gradients, weights)), 0, rows.Length, 0));
        while (pending.TryPop(out (int Node, int Start, int End, int Depth) at))
        {
            Span<int> here = rows.AsSpan(at.Start, at.End - at.Start);
            if (at.Depth < shape.MaxDepth && here.Length >= Math.Max(shape.MinSplit, 2 * shape.MinLeaf) && Best(here, gradients, weights) is { Feature: >= 0 } best)
            {
                int middle = at.Start + Partition(here, table.Columns[best.Feature], best.Bin);
                int left = tree.AddLeaf(Value(rows.AsSpan(at.Start, middle - at.Start), gradients, weights));
                int right = tree.AddLeaf(Value(rows.AsSpan(middle, at.End - middle), gradients, weights));
                tree.Split(at.Node, best.Feature, table.Cuts[best.Feature][best.Bin], left, right);
                pending.Push((right, middle, at.End, at.Depth + 1));
                pending.Push((left, at.Start, middle, at.Depth + 1));
            }
            else
            {
                leaves.AsSpan(at.Start, at.End - at.Start).Fill(at.Node);
            }
        }

        return (tree, leaves);
    }

    private double Value(ReadOnlySpan<int> rows, double[] gradients, double[] weights)
    {
        double gradient = 0;
        double weight = 0;
        foreach (int row in rows)
        {
            gradient += gradients[row];
            weight += weights[row];
        }

        return weight + shape.Penalty > 0 ? gradient / (weight + shape.Penalty) : 0;
    }

    /// <summary>The best split among as many features as the shape allows, features that are constant here not counted; feature -1 when there is none.</summary>
    private (int Feature, int Bin) Best(ReadOnlySpan<int> rows, double[] gradients, double[] weights)
    {
        double best = LeastGain;
        (int Feature, int Bin) split = (-1, 0);
        int tried = 0;
        for (int i = 0; i < _features.Length && tried < shape.MaxFeatures; i++)
        {
            if (shape.MaxFeatures < _features.Length)
            {
                int j = i + _random.Next(_features.Length - i);
                (_features[i], _features[j]) = (_features[j], _features[i]);
            }

            int feature = _features[i];
            (int first, int last) = Fill(rows, table.Columns[feature], gradients, weights);
            if (first < last)
            {
                tried++;
                (double gain, int bin) = BestBin(first, last, rows.Length);
                if (gain > best)
                {
                    best = gain;
                    split = (feature, bin);
                }
            }

            Array.Clear(_bins, first, last - first + 1);
        }

        return split;
    }

    private (int First, int Last) Fill(ReadOnlySpan<int> rows, byte[] column, double[] gradients, double[] weights)
    {
        int first = int.MaxValue;
        int last = 0;
        foreach (int row in rows)
        {
            int bin = column[row];
            first = Math.Min(first, bin);
            last = Math.Max(last, bin);
            ref Bin sums = ref _bins[bin];
            sums.Gradient += gradients[row];
            sums.Weight += weights[row];
            sums.Rows++;
        }

        return (first, last);
    }

    private (double Gain, int Bin) BestBin(int first, int last, int rows)
    {
        double gradient = 0;
        double weight = 0;
        for (int b = first; b <= last; b++)
        {
            gradient += _bins[b].Gradient;
            weight += _bins[b].Weight;
        }

        double whole = Part(gradient, weight);
        double best = double.NegativeInfinity;
        int at = first;
        double leftGradient = 0;
        double leftWeight = 0;
        int left = 0;
        for (int b = first; b < last; b++)
        {
            leftGradient += _bins[b].Gradient;
            leftWeight += _bins[b].Weight;
            left += _bins[b].Rows;
            if (_bins[b].Rows == 0 || left < shape.MinLeaf || rows - left < shape.MinLeaf)
            {
                continue;
            }

            double gain = Part(leftGradient, leftWeight) + Part(gradient - leftGradient, weight - leftWeight) - whole;
            if (gain > best)
            {
                best = gain;
                at = b;
            }
        }

        return (best, at);
    }

    private double Part(double gradient, double weight) => weight + shape.Penalty > 0 ? gradient * gradient / (weight + shape.Penalty) : 0;

    private static int Partition(Span<int> rows, byte[] column, int bin)
    {
        int left = 0;
        int right = rows.Length - 1;
        while (left <= right)
        {
            if (column[rows[left]] <= bin)
            {
                left++;
            }
            else
            {
                (rows[left], rows[right]) = (rows[right], rows[left]);
                right--;
            }
        }

        return left;
    }

    private struct Bin
    {
        internal double Gradient;
        internal double Weight;
        internal int Rows;
    }
}
