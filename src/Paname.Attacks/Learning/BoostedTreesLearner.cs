using Paname.Attacks.Learning.Trees;

namespace Paname.Attacks.Learning;

/// <summary>Trees added one after the other, each a second-order step on the log loss.</summary>
internal sealed class BoostedTreesLearner(GradientBoostingOptions options) : IBinaryLearner
{
    public string Name => "gradient boosted trees";

    public IBinaryModel Fit(FeatureTable features, IReadOnlyList<bool> positive, int seed, CancellationToken cancellationToken = default)
    {
        double[] targets = LearnerChecks.Targets(features, positive);
        return new Model(Boosting.Fit(features, BinnedTable.Of(features), targets, new LogisticLoss(), options, seed, cancellationToken));
    }

    private sealed class Model(TreeEnsemble trees) : IBinaryModel
    {
        public double[] Predict(FeatureTable features) => Array.ConvertAll(trees.Sum(features), Logistic.Probability);
    }
}
