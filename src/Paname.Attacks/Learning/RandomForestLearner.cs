using MathNet.Numerics.Random;
using Paname.Attacks.Learning.Trees;

namespace Paname.Attacks.Learning;

/// <summary>Trees on bootstrap samples; the probability is the mean over trees of the share of positives in the leaf.</summary>
internal sealed class RandomForestLearner(RandomForestOptions options) : IBinaryLearner
{
    public string Name => "random forest";

    public IBinaryModel Fit(FeatureTable features, IReadOnlyList<bool> positive, int seed, CancellationToken cancellationToken = default)
    {
        double[] targets = LearnerChecks.Targets(features, positive);
        BinnedTable table = BinnedTable.Of(features);
        int tried = options.MaxFeatures ?? Math.Max(1, (int)Math.Sqrt(features.Width));
        var shape = new TreeShape(options.MaxDepth, options.MinSplit, options.MinLeaf, Math.Min(tried, features.Width), 0);
        var seeds = new MersenneTwister(seed, threadSafe: false);
        int[] treeSeeds = [.. Enumerable.Range(0, options.Trees).Select(_ => seeds.Next())];
        var trees = new Tree[options.Trees];
        Parallel.For(0, trees.Length, new ParallelOptions { CancellationToken = cancellationToken }, t => trees[t] = Grow(table, shape, targets, treeSeeds[t]));
        return new Forest(new TreeEnsemble(0, trees, features.Width), trees.Length);
    }

    private static Tree Grow(BinnedTable table, TreeShape shape, double[] targets, int seed)
    {
        var random = new MersenneTwister(seed, threadSafe: false);
        var counts = new double[targets.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[random.Next(counts.Length)]++;
        }

        var gradients = new double[targets.Length];
        for (int i = 0; i < gradients.Length; i++)
        {
            gradients[i] = counts[i] * targets[i];
        }

        int[] drawn = [.. Enumerable.Range(0, counts.Length).Where(i => counts[i] > 0)];
        return new TreeBuilder(table, shape, random.Next()).Grow(drawn, gradients, counts).Tree;
    }

    private sealed class Forest(TreeEnsemble trees, int count) : IBinaryModel
    {
        public double[] Predict(FeatureTable features) => Array.ConvertAll(trees.Sum(features), sum => sum / count);
    }
}
