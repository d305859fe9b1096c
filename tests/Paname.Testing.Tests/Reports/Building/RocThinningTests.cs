using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Metrics;

namespace Paname.Testing.Tests.Reports.Building;

public class RocThinningTests
{
    [Theory]
    [InlineData(20, 0.0)]
    [InlineData(300, 1.0)]
    [InlineData(20_000, 0.0)]
    [InlineData(20_000, 3.0)]
    public void Few_points_stay_on_the_curve_and_near_all_of_it(int perSide, double leak)
    {
        ScoreSample sample = Normals(perSide, leak);
        var curve = RocCurve.Create(sample);
        IReadOnlyList<ReportRocPoint> thin = RocThinning.Thin(curve, sample, seed: 1);
        Assert.InRange(thin.Count, 2, RocThinning.Most);
        Assert.Equal((0, 0), (thin[0].Fpr, thin[0].Tpr));
        Assert.Equal((1, 1), (thin[^1].Fpr, thin[^1].Tpr));
        Assert.All(thin.Zip(thin.Skip(1)), pair => Assert.True(pair.First.Fpr <= pair.Second.Fpr && pair.First.Tpr <= pair.Second.Tpr));
        HashSet<(double, double)> points = [.. curve.Points.Select(point => (point.Fpr, point.Tpr))];
        Assert.All(thin.Where(point => point.Upper is null), point => Assert.Contains((point.Fpr, point.Tpr), points));

        // As a staircase it lies at most a few hundredths below the whole curve, also where a logarithmic axis looks.
        foreach (double fpr in Enumerable.Range(0, 200).Select(i => Math.Pow(perSide, -(i / 199.0))))
        {
            Assert.InRange(thin.Last(point => point.Fpr <= fpr).Tpr, curve.TprAt(fpr) - .05, curve.TprAt(fpr));
        }
    }

    [Fact]
    public void Bounds_stand_at_planned_rates_and_are_those_of_the_metric()
    {
        ScoreSample sample = Normals(500, 1);
        ReportRocPoint[] bounded = [.. RocThinning.Thin(RocCurve.Create(sample), sample, seed: 1).Where(point => point.Upper is not null)];
        Assert.Equal(RocThinning.Planned, bounded.Select(point => point.Fpr));
        foreach (ReportRocPoint point in bounded)
        {
            BoundedEstimate expected = TprAtFpr.Estimate(sample, point.Fpr, seed: 1);
            Assert.Equal((expected.Value, expected.Lower, expected.Upper), (point.Tpr, point.Lower, point.Upper));
        }
    }

    [Fact]
    public void Low_rates_are_kept_where_they_are_few()
    {
        ScoreSample sample = Normals(20_000, 3);
        IReadOnlyList<ReportRocPoint> thin = RocThinning.Thin(RocCurve.Create(sample), sample, seed: 1);
        Assert.Contains(thin, point => point.Fpr == 1 / 20_000.0);
        Assert.True(thin.Count(point => point.Fpr is > 0 and < .001) >= 15);
    }

    [Fact]
    public void Groups_widen_bounds_to_hold_the_curve()
    {
        var random = new MersenneTwister(3);
        double[] Side(double mean) => [.. Enumerable.Range(0, 400).Select(_ => Normal.Sample(random, mean, 1))];
        string[] groups = [.. Enumerable.Range(0, 400).Select(i => $"group {i / 4}")];
        var sample = ScoreSample.Create(Side(1), Side(0), groups, [.. groups.Select(group => group + " out")]);
        Assert.All(RocThinning.Thin(RocCurve.Create(sample), sample, seed: 1).Where(point => point.Upper is not null), point => Assert.True(point.Lower <= point.Tpr && point.Tpr <= point.Upper));
    }

    private static ScoreSample Normals(int perSide, double leak)
    {
        var random = new MersenneTwister(17);
        double[] Side(double mean) => [.. Enumerable.Range(0, perSide).Select(_ => Normal.Sample(random, mean, 1))];
        return ScoreSample.Create(Side(leak), Side(0));
    }
}
