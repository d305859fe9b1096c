using Paname.Attacks.Learning;
using Paname.Attacks.Learning.Trees;
using Paname.Attacks.Membership;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Learning;

/// <summary>Forest and boosting against scikit-learn, and what trees are made of.</summary>
public sealed class TreeLearnerTests
{
    // scikit-learn 1.2.1 on the same halves, mean of ten seeds: RandomForestClassifier(100); RandomForestClassifier(200, max_depth=5, min_samples_leaf=10,
    // min_samples_split=20); HistGradientBoostingClassifier(max_depth=5, max_leaf_nodes=None, early_stopping=False).
    [Theory]
    [InlineData("art_mi_digits", 10, .7497, .7971, .7906)]
    [InlineData("art_mi_breast_cancer", 2, .5502, .5681, .5505)]
    public void Auc_is_that_of_scikit_learn(string name, int classes, double forest, double shallowForest, double boosting)
    {
        MembershipObservations observations = CaseObservations.Of(name, classes);
        Assert.Equal(forest, Auc(Learners.RandomForest()), .015);
        Assert.Equal(shallowForest, Auc(Learners.RandomForest(new RandomForestOptions { Trees = 200, MaxDepth = 5, MinLeaf = 10, MinSplit = 20 })), .015);
        Assert.Equal(boosting, Auc(Learners.GradientBoostedTrees()), .015);

        double Auc(IBinaryLearner learner) => LearnerData.AucOnCase(observations, AttackFeatures.Probabilities | AttackFeatures.Label, learner, 1);
    }

    [Fact]
    public void One_tree_splits_where_the_impurity_falls_most()
    {
        // Targets 0 0 0 1 1 0 1 1 by the first feature; the second is useless. The best first cut is between 3 and 4, by hand: 2 x 0.5 - ...
        double[] rows = [1, 5, 2, 5, 3, 5, 4, 5, 5, 5, 6, 5, 7, 5, 8, 5];
        double[] targets = [0, 0, 0, 1, 1, 0, 1, 1];
        var table = new FeatureTable(8, 2, rows);
        var builder = new TreeBuilder(BinnedTable.Of(table), new TreeShape(1, 2, 1, 2, 0), 1);
        (Tree tree, int[] leaves) = builder.Grow([.. Enumerable.Range(0, 8)], targets, [1, 1, 1, 1, 1, 1, 1, 1]);
        Assert.Equal(3, tree.Count);
        Assert.Equal(2, leaves.Distinct().Count());
        Assert.Equal([0, 0, 0, .8, .8, .8, .8, .8], Enumerable.Range(0, 8).Select(i => tree.Predict(table.Row(i))));
        Assert.Equal(0, tree.Predict([3.5, 0]));
        Assert.Equal(.8, tree.Predict([3.5000001, 0]));
    }

    [Fact]
    public void Leaves_hold_as_many_rows_as_asked_for()
    {
        (FeatureTable table, bool[] positive) = LearnerData.BreastCancer("train");
        double[] targets = [.. positive.Select(flag => flag ? 1d : 0)];
        var builder = new TreeBuilder(BinnedTable.Of(table), new TreeShape(64, 2, 13, 30, 0), 1);
        (_, int[] leaves) = builder.Grow([.. Enumerable.Range(0, table.Rows)], targets, [.. targets.Select(_ => 1d)]);
        Assert.All(leaves.GroupBy(leaf => leaf), leaf => Assert.True(leaf.Count() >= 13));
        Assert.True(leaves.Distinct().Count() > 3);
    }

    [Fact]
    public void Many_values_are_binned_by_counts_and_order_is_kept()
    {
        double[] values = [.. Enumerable.Range(0, 5000).Select(i => Math.Exp(i / 500.0))];
        BinnedTable table = BinnedTable.Of(new FeatureTable(5000, 1, values));
        Assert.InRange(table.Cuts[0].Length, 250, 255);
        Assert.All(table.Columns[0].Zip(table.Columns[0].Skip(1)), pair => Assert.True(pair.First <= pair.Second));
        Assert.All(table.Columns[0].GroupBy(bin => bin), bin => Assert.InRange(bin.Count(), 15, 25));
    }

    [Fact]
    public void Boosted_quantiles_fall_short_of_scikit_learn_by_little()
    {
        // Mean radius from texture, smoothness and concave points; HistGradientBoostingRegressor(loss="quantile", max_depth=3, max_iter=60): .15340, .18062, .08230.
        (FeatureTable all, _) = LearnerData.BreastCancer("train");
        (FeatureTable others, _) = LearnerData.BreastCancer("test");
        Assert.Equal(.15340, Loss(.25), .01);
        Assert.Equal(.18062, Loss(.5), .01);
        Assert.Equal(.08230, Loss(.9), .01);

        double Loss(double level)
        {
            var pinball = new PinballLoss(level);
            FeatureTable table = Columns(all);
            var options = new GradientBoostingOptions { Rounds = 60, MaxDepth = 3 };
            TreeEnsemble trees = Boosting.Fit(table, BinnedTable.Of(table), Radius(all), pinball, options, 1, default);
            return trees.Sum(Columns(others)).Zip(Radius(others), pinball.Loss).Average();
        }
    }

    [Fact]
    public void Early_stopping_ends_before_noise_is_learned()
    {
        (FeatureTable table, bool[] positive) = LearnerData.Shifted(400, .3, 1);
        (FeatureTable others, bool[] truth) = LearnerData.Shifted(1000, .3, 2);
        var options = new GradientBoostingOptions { Rounds = 400 };
        double full = Loss(options);
        double stopped = Loss(options with { EarlyStopping = 5 });
        Assert.InRange(stopped, .65, .75);
        Assert.True(full > 1, FormattableString.Invariant($"{stopped} after stopping, {full} without"));

        double Loss(GradientBoostingOptions settings)
            => Learners.GradientBoostedTrees(settings).Fit(table, positive, 1).Predict(others).Select((p, i) => -Math.Log(truth[i] ? p : 1 - p)).Average();
    }

    private static FeatureTable Columns(FeatureTable table)
        => new(table.Rows, 3, Enumerable.Range(0, table.Rows).SelectMany(i => (double[])[table.Row(i)[1], table.Row(i)[4], table.Row(i)[7]]).ToArray());

    private static double[] Radius(FeatureTable table) => [.. Enumerable.Range(0, table.Rows).Select(i => table.Row(i)[0])];
}
