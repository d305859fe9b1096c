using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Metrics;

public sealed class RocCurveTests
{
    [Fact]
    public void Points_equal_scores_cross_together()
    {
        RocCurve curve = RocCurve.Create(ScoreSample.Create([0.9, 0.8, 0.8, 0.4], [0.8, 0.5, 0.4, 0.1]));
        Assert.Equal(
            [new(0, 0, double.PositiveInfinity), new(0, 0.25, 0.9), new(0.25, 0.75, 0.8), new(0.5, 0.75, 0.5), new(0.75, 1, 0.4), new(1, 1, 0.1)],
            curve.Points);
        Assert.Equal(0.78125, curve.Auc);
        Assert.Equal(0.5, curve.MaximalAdvantage);
    }

    [Fact]
    public void Points_coin_flip_score_starts_at_the_origin()
    {
        // Peers that leave out (0, 0) or take the first of a tie group get .375 here.
        RocCurve curve = RocCurve.Create(ScoreSample.Create([0, 1, 0, 1], [0, 1, 0, 1]));
        Assert.Equal(0.5, curve.Auc);
        Assert.Equal(0.5, Trapezoid(curve), 1e-15);
        Assert.Equal((0.0, 0.0), (curve.Points[0].Fpr, curve.Points[0].Tpr));
    }

    [Fact]
    public void PointAt_adversarial_robustness_toolbox_rows()
    {
        RocCurve first = RocCurve.Create(ScoreSample.Create([0.35, 0.33, 0.6], [0.3]));
        Assert.Equal(new RocPoint(0, 1, 0.33), first.PointAt(0.001));
        RocCurve second = RocCurve.Create(ScoreSample.Create([0.35, 0.32, 0.6, 0.6], [0.33, 0.2]));
        Assert.Equal(new RocPoint(0.5, 1, 0.32), second.PointAt(0.5));
        Assert.Equal(new RocPoint(0, 0.75, 0.35), second.PointAt(0));
    }

    [Fact]
    public void TprAt_sacro_row()
    {
        RocCurve curve = RocCurve.Create(ScoreSample.Create([0.45, 0.9, 0.99], [0.1, 0.6, 0.2]));
        Assert.Equal(8.0 / 9, curve.Auc, 1e-15);
        foreach (double fpr in new[] { 0, 0.001, 0.1 })
        {
            Assert.Equal(2.0 / 3, curve.TprAt(fpr));
        }
    }

    [Fact]
    public void MaximalAccuracy_circle_curve_follows_the_prevalence()
    {
        // TPR = sqrt(FPR (2 - FPR)): the area is pi / 4, the best accuracy the length of (prevalence, 1 - prevalence).
        const int N = 20_000;
        double[] nonMembers = [.. Enumerable.Range(0, N).Select(static i => -(i + 0.5) / N)];
        double[] members = [.. Enumerable.Range(0, N).Select(static i => Math.Sqrt(1 - Math.Pow((i + 0.5) / N, 2)) - 1)];
        RocCurve curve = RocCurve.Create(ScoreSample.Create(members, nonMembers));
        Assert.Equal(Math.PI / 4, curve.Auc, 1e-6);
        foreach (double prevalence in new[] { 0.1, 0.3, 0.5, 0.9 })
        {
            Assert.Equal(double.Hypot(prevalence, 1 - prevalence), curve.MaximalAccuracy(prevalence), 1e-4);
        }
    }

    [Theory]
    [InlineData("auditor_jax")]
    [InlineData("auditor_jax_ties")]
    public void MaximalAccuracy_and_advantage_match_jax_privacy_cases(string name)
    {
        ReferenceCase reference = new(name);
        RocCurve curve = RocCurve.Create(ScoreSample.Create(reference.Array("in_scores"), reference.Array("out_scores")));
        Assert.Equal(reference.Number("max_accuracy"), curve.MaximalAccuracy(curve.Prevalence), 1e-12);
        Assert.Equal(reference.Number("max_accuracy_prev05"), curve.MaximalAccuracy(0.5), 1e-12);
        Assert.Equal(reference.Number("ordinary", "balanced_accuracy"), curve.MaximalBalancedAccuracy, 1e-12);
        Assert.Equal(reference.Number("ordinary", "advantage"), curve.MaximalAdvantage, 1e-12);
        Assert.Equal(reference.Number("ordinary", "auc"), Trapezoid(curve), 1e-12);
    }

    [Theory]
    [InlineData("tfp_mia_breast_cancer")]
    [InlineData("tfp_mia_digits")]
    public void MaximalAbsoluteAdvantage_matches_tensorflow_privacy(string name)
    {
        ReferenceCase reference = new(name);
        foreach (string signal in new[] { "loss", "entropy" })
        {
            string attack = signal == "loss" ? "THRESHOLD_ATTACK" : "THRESHOLD_ENTROPY_ATTACK";
            double expected = reference.Scalars.GetProperty("slices").EnumerateArray()
                .Single(s => s.GetProperty("slice").GetString() == "Entire dataset" && s.GetProperty("attack").GetString() == attack)
                .GetProperty("advantage").GetDouble();
            RocCurve curve = RocCurve.Create(ScoreSample.Create(
                Array.ConvertAll(reference.Array(signal + "_train"), static v => -v), Array.ConvertAll(reference.Array(signal + "_test"), static v => -v)));
            Assert.Equal(expected, curve.MaximalAbsoluteAdvantage, 1e-9);
        }
    }

    [Fact]
    public void MaximalAdvantage_has_one_direction_only()
    {
        RocCurve inverted = RocCurve.Create(ScoreSample.Create([0, 0.1], [0.5, 1]));
        Assert.Equal(0, inverted.MaximalAdvantage);
        Assert.Equal(1, inverted.MaximalAbsoluteAdvantage);
    }

    [Fact]
    public void MaximalAdvantage_of_tensorflow_privacy_probabilities()
    {
        RocCurve curve = RocCurve.Create(ScoreSample.Create([0.91, 1, 0.92, 0.82, 0.75], [0.81, 0.7, 0.75, 0.25, 0.3]));
        Assert.Equal(0.94, curve.Auc, 1e-15);
        Assert.Equal(0.8, curve.MaximalAdvantage, 1e-15);
    }

    private static double Trapezoid(RocCurve curve)
    {
        double area = 0;
        for (int i = 1; i < curve.Points.Count; i++)
        {
            (RocPoint a, RocPoint b) = (curve.Points[i - 1], curve.Points[i]);
            area += (b.Fpr - a.Fpr) * (a.Tpr + b.Tpr) / 2;
        }

        return area;
    }
}
