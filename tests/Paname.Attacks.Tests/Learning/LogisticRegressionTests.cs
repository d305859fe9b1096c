using Paname.Attacks.Learning;

namespace Paname.Attacks.Tests.Learning;

/// <summary>Logistic regression against scikit-learn, and where the likelihood alone has no maximum.</summary>
public sealed class LogisticRegressionTests
{
    // scikit-learn 1.2.1, StandardScaler, LogisticRegression(C=1 / penalty, solver="newton-cg", tol=1e-12); the intercept comes last.
    [Theory]
    [InlineData(1, new[]
    {
        -0.5383148, -0.8541799, -0.5325601, -0.5794663, -0.1790441, 0.3500076, -0.8368176, -0.5937191, -0.0313274, 0.5032486, -1.0833001, 0.454667, -0.8068909, -0.81345, -0.2204016,
        0.6364442, -0.0414782, -0.2443202, 0.0193043, 0.4592195, -0.8794579, -0.925305, -0.7987047, -0.8381607, -0.9830424, 0.1525019, -0.7009386, -0.4947459, -0.7900295, -0.6585958, 0.0509008,
    })]
    [InlineData(100, new[]
    {
        -0.1849126, -0.1693752, -0.1827278, -0.1686648, -0.0667807, -0.0831982, -0.1347112, -0.169502, -0.0747154, 0.071106, -0.1240923, 0.0249122, -0.1090226, -0.1038901, 0.0070642,
        -0.0039118, -0.0004491, -0.0629428, -0.0014889, 0.0486817, -0.2099984, -0.175085, -0.2016955, -0.1829465, -0.1215495, -0.1080862, -0.1532366, -0.1966193, -0.1445395, -0.058248, 0.4370344,
    })]
    public void Coefficients_are_those_of_scikit_learn(double penalty, double[] expected)
    {
        (FeatureTable table, bool[] positive) = LearnerData.BreastCancer("train");
        var model = (LogisticRegressionModel)Learners.LogisticRegression(new LogisticRegressionOptions { Penalty = penalty }).Fit(table, positive, 1);
        Assert.Equal(expected.Length, model.Weights.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], model.Weights[i], 1e-5);
        }
    }

    [Fact]
    public void Separated_classes_constant_and_repeated_columns_and_huge_values_have_finite_weights()
    {
        double[] rows = [.. Enumerable.Range(0, 40).SelectMany(i => (double[])[i, i, 3, 1e300 * i, 1e-300 * i, 0.1 + 0.2])];
        bool[] positive = [.. Enumerable.Range(0, 40).Select(i => i >= 20)];
        var model = (LogisticRegressionModel)Learners.LogisticRegression(new LogisticRegressionOptions { Penalty = 1e-6 }).Fit(new FeatureTable(40, 6, rows), positive, 1);
        Assert.All(model.Weights.ToArray(), weight => Assert.True(double.IsFinite(weight)));
        Assert.Equal(model.Weights[0], model.Weights[1], 1e-6);
        Assert.Equal(0, model.Weights[2]);
        Assert.Equal(0, model.Weights[5]);
        double[] probabilities = model.Predict(new FeatureTable(40, 6, rows));
        Assert.All(probabilities.Zip(positive), pair => Assert.Equal(pair.Second, pair.First > 0.5));
    }
}
