namespace Paname.Attacks.Learning.Trees;

/// <summary>A first value and trees whose values are added to it, in a fixed order.</summary>
internal sealed class TreeEnsemble(double start, IReadOnlyList<Tree> trees, int width)
{
    private const int RowsPerTask = 256;

    internal double[] Sum(FeatureTable features)
    {
        LearnerChecks.SameWidth(features, width);
        var sums = new double[features.Rows];
        Parallel.For(0, (features.Rows + RowsPerTask - 1) / RowsPerTask, task =>
        {
            int end = Math.Min(features.Rows, (task + 1) * RowsPerTask);
            for (int row = task * RowsPerTask; row < end; row++)
            {
                double sum = start;
                foreach (Tree tree in trees)
                {
                    sum += tree.Predict(features.Row(row));
                }

                sums[row] = sum;
            }
        });
        return sums;
    }
}
