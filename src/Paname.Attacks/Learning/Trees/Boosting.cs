using MathNet.Numerics.Random;

namespace Paname.Attacks.Learning.Trees;

/// <summary>Gradient boosting of one number per row, for any loss.</summary>
internal static class Boosting
{
    internal static TreeEnsemble Fit(
        FeatureTable features, BinnedTable table, double[] targets, IBoostingLoss loss, GradientBoostingOptions options, int seed, CancellationToken cancellationToken)
    {
        bool[] apart = KeptApart(targets.Length, options.EarlyStopping is null ? 0 : targets.Length / 10, seed);
        int[] all = [.. Enumerable.Range(0, targets.Length).Where(row => !apart[row])];
        double start = loss.Start(Array.ConvertAll(all, row => targets[row]));
        var predictions = new double[targets.Length];
        Array.Fill(predictions, start);
        var gradients = new double[targets.Length];
        var weights = new double[targets.Length];
        var builder = new TreeBuilder(table, Shape(options, features.Width), seed);
        var trees = new List<Tree>();
        double best = double.PositiveInfinity;
        int bestCount = 0;
        for (int round = 0; round < options.Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (int row in all)
            {
                (gradients[row], weights[row]) = loss.Step(predictions[row], targets[row]);
            }

            int[] rows = [.. all];
            (Tree tree, int[] leaves) = builder.Grow(rows, gradients, weights);
            SetLeaves(tree, rows, leaves, predictions, targets, loss, options.LearningRate);
            trees.Add(tree);
            for (int row = 0; row < targets.Length; row++)
            {
                predictions[row] += tree.Predict(features.Row(row));
            }

            if (options.EarlyStopping is { } patience)
            {
                double held = Enumerable.Range(0, targets.Length).Where(row => apart[row]).Sum(row => loss.Loss(predictions[row], targets[row]));
                (best, bestCount) = held < best ? (held, trees.Count) : (best, bestCount);
                if (trees.Count - bestCount >= patience)
                {
                    trees.RemoveRange(bestCount, trees.Count - bestCount);
                    break;
                }
            }
        }

        return new TreeEnsemble(start, trees, features.Width);
    }

    internal static TreeShape Shape(GradientBoostingOptions options, int width)
        => new(options.MaxDepth, 2, options.MinLeaf, width, options.Penalty);

    private static void SetLeaves(Tree tree, int[] rows, int[] leaves, double[] predictions, double[] targets, IBoostingLoss loss, double rate)
    {
        int start = 0;
        while (start < rows.Length)
        {
            int end = start + 1;
            while (end < rows.Length && leaves[end] == leaves[start])
            {
                end++;
            }

            double[] residuals = Array.ConvertAll(rows[start..end], row => targets[row] - predictions[row]);
            tree.SetValue(leaves[start], rate * (loss.LeafValue(residuals) ?? tree.ValueOf(leaves[start])));
            start = end;
        }
    }

    private static bool[] KeptApart(int rows, int count, int seed)
    {
        var apart = new bool[rows];
        if (count > 0)
        {
            int[] order = [.. Enumerable.Range(0, rows)];
            new MersenneTwister(seed, threadSafe: false).Shuffle(order);
            foreach (int row in order.Take(count))
            {
                apart[row] = true;
            }
        }

        return apart;
    }
}
