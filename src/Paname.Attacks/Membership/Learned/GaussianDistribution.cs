using Paname.Attacks.Learning;
using Paname.Attacks.Learning.Trees;

namespace Paname.Attacks.Membership;

/// <summary>Mean and logarithm of the standard deviation by boosted trees, each a step along the natural gradient (Duan et al.: NGBoost: Natural Gradient Boosting for Probabilistic Prediction, 2020).</summary>
internal sealed class GaussianDistribution : IScoreDistribution
{
    private readonly TreeEnsemble _means;
    private readonly TreeEnsemble _logSpreads;

    private GaussianDistribution(TreeEnsemble means, TreeEnsemble logSpreads)
    {
        _means = means;
        _logSpreads = logSpreads;
    }

    internal static GaussianDistribution Fit(FeatureTable features, double[] scores, QmiaOptions options, int seed, CancellationToken cancellationToken)
    {
        BinnedTable table = BinnedTable.Of(features);
        var builder = new TreeBuilder(table, Boosting.Shape(options.Boosting, features.Width), seed);
        double mean = scores.Average();
        double variance = scores.Average(score => (score - mean) * (score - mean));
        double logSpread = Math.Log(Math.Max(Math.Sqrt(variance), 1e-9));
        double[] means = [.. Enumerable.Repeat(mean, scores.Length)];
        double[] logSpreads = [.. Enumerable.Repeat(logSpread, scores.Length)];
        var trees = (Means: new List<Tree>(), LogSpreads: new List<Tree>());
        var gradients = new double[scores.Length];
        var weights = new double[scores.Length];
        for (int round = 0; round < options.Boosting.Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int i = 0; i < scores.Length; i++)
            {
                // Precision relative to that of all records: a spread far below it would give one record the whole tree.
                weights[i] = Math.Min(Math.Exp(2 * (logSpread - logSpreads[i])), 1e4);
                gradients[i] = weights[i] * (scores[i] - means[i]);
            }

            trees.Means.Add(Step(builder, features, gradients, weights, means, options.Boosting.LearningRate));
            for (int i = 0; i < scores.Length; i++)
            {
                double z = (scores[i] - means[i]) * Math.Exp(-logSpreads[i]);
                weights[i] = 2;
                gradients[i] = Math.Min(z * z, 100) - 1;
            }

            trees.LogSpreads.Add(Step(builder, features, gradients, weights, logSpreads, options.Boosting.LearningRate));
        }

        return new GaussianDistribution(new TreeEnsemble(mean, trees.Means, features.Width), new TreeEnsemble(logSpread, trees.LogSpreads, features.Width));
    }

    public double[] Excess(FeatureTable features, double[] scores)
    {
        double[] excess = _means.Sum(features);
        double[] logSpreads = _logSpreads.Sum(features);
        for (int i = 0; i < excess.Length; i++)
        {
            excess[i] = (scores[i] - excess[i]) * Math.Exp(-logSpreads[i]);
        }

        return excess;
    }

    private static Tree Step(TreeBuilder builder, FeatureTable features, double[] gradients, double[] weights, double[] values, double rate)
    {
        (Tree tree, int[] leaves) = builder.Grow([.. Enumerable.Range(0, values.Length)], gradients, weights);
        foreach (int leaf in leaves.Distinct())
        {
            tree.SetValue(leaf, rate * tree.ValueOf(leaf));
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] += tree.Predict(features.Row(i));
        }

        return tree;
    }
}
