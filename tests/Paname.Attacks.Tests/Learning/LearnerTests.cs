using Paname.Attacks.Data;
using Paname.Attacks.Learning;

namespace Paname.Attacks.Tests.Learning;

/// <summary>What holds for every learner.</summary>
public sealed class LearnerTests
{
    public static TheoryData<string> Names => [.. LearnerData.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_difference_is_found_and_nothing_is_found_in_noise(string name)
    {
        IBinaryLearner learner = LearnerData.All[name];
        // Two unit normals a distance of 1.5 apart: the best AUC is .856.
        Assert.InRange(Auc(1.5), .79, .87);
        Assert.InRange(Auc(0), .46, .54);

        double Auc(double shift)
        {
            (FeatureTable table, bool[] positive) = LearnerData.Shifted(600, shift, 1);
            (FeatureTable others, bool[] truth) = LearnerData.Shifted(2000, shift, 2);
            return LearnerData.AucOf(learner.Fit(table, positive, 1).Predict(others), truth);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_seed_gives_one_model_also_where_fits_run_side_by_side(string name)
    {
        (FeatureTable table, bool[] positive) = LearnerData.Shifted(300, 1, 1);
        double[] many = LearnerData.All[name].Fit(table, positive, 7).Predict(table);
        var others = new double[3][];
        Parallel.For(0, others.Length, i => others[i] = LearnerData.All[name].Fit(table, positive, 7).Predict(table));
        Assert.All(others, other => Assert.Equal(many, other));
        Assert.All(many, probability => Assert.InRange(probability, 0, 1));
        if (name is "forest" or "network")
        {
            Assert.NotEqual(many, LearnerData.All[name].Fit(table, positive, 8).Predict(table));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_class_wrong_lengths_and_widths_are_refused(string name)
    {
        IBinaryLearner learner = LearnerData.All[name];
        (FeatureTable table, bool[] positive) = LearnerData.Shifted(40, 1, 1);
        Assert.Equal("A classifier is fitted on rows of two classes; one class is empty.", Assert.Throws<PanameDataException>(object? () => learner.Fit(table, new bool[40], 1)).Message);
        Assert.Equal("There are 39 class flags for 40 rows.", Assert.Throws<PanameDataException>(object? () => learner.Fit(table, positive[1..], 1)).Message);
        IBinaryModel model = learner.Fit(table, positive, 1);
        Assert.Equal(
            "The model was fitted on rows of 3 features, not 2.",
            Assert.Throws<PanameDataException>(object? () => model.Predict(new FeatureTable(60, 2, new double[120]))).Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cancelled_fit_ends(string name)
    {
        (FeatureTable table, bool[] positive) = LearnerData.Shifted(40, 1, 1);
        Assert.ThrowsAny<OperationCanceledException>(object? () => LearnerData.All[name].Fit(table, positive, 1, new CancellationToken(true)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Features_that_are_not_finite_are_refused_by_place(double bad)
    {
        double[] values = new double[12];
        values[7] = bad;
        Assert.Equal(
            "Feature 2 of row 3 is not a finite number. Fill or drop missing values before learning from them.",
            Assert.Throws<PanameDataException>(object? () => new FeatureTable(4, 3, values)).Message);
    }

    [Fact]
    public void Options_outside_their_range_are_named()
    {
        Assert.Equal("Trees", Assert.Throws<ArgumentOutOfRangeException>(object? () => new RandomForestOptions { Trees = 0 }).ParamName);
        Assert.Equal("MinLeaf", Assert.Throws<ArgumentOutOfRangeException>(object? () => new RandomForestOptions { MinLeaf = 0 }).ParamName);
        Assert.Equal("MaxFeatures", Assert.Throws<ArgumentOutOfRangeException>(object? () => new RandomForestOptions { MaxFeatures = 0 }).ParamName);
        Assert.Equal("LearningRate", Assert.Throws<ArgumentOutOfRangeException>(object? () => new GradientBoostingOptions { LearningRate = 0 }).ParamName);
        Assert.Equal("LearningRate", Assert.Throws<ArgumentOutOfRangeException>(object? () => new GradientBoostingOptions { LearningRate = double.NaN }).ParamName);
        Assert.Equal("EarlyStopping", Assert.Throws<ArgumentOutOfRangeException>(object? () => new GradientBoostingOptions { EarlyStopping = 0 }).ParamName);
        Assert.Equal("Penalty", Assert.Throws<ArgumentOutOfRangeException>(object? () => new LogisticRegressionOptions { Penalty = 0 }).ParamName);
        Assert.Equal("Hidden", Assert.Throws<ArgumentOutOfRangeException>(object? () => new NeuralNetworkOptions { Hidden = [] }).ParamName);
        Assert.Equal("Hidden", Assert.Throws<ArgumentOutOfRangeException>(object? () => new NeuralNetworkOptions { Hidden = [5, 5, 5] }).ParamName);
        Assert.Equal("WeightDecay", Assert.Throws<ArgumentOutOfRangeException>(object? () => new NeuralNetworkOptions { WeightDecay = -1 }).ParamName);
    }
}
