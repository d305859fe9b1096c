using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Reports.Tests.Support;

namespace Paname.Reports.Tests.Trends;

public class HistoryTrendTests
{
    private static readonly int Replicates = int.TryParse(Environment.GetEnvironmentVariable("PANAME_SIMULATION_REPLICATES"), out int replicates) ? replicates : 2000;

    [Fact]
    public void A_step_is_found_where_it_is()
    {
        // Standard deviation .005 of seeds, no error of sampling: a step of .06 is twelve of them.
        HistoryTrend trend = HistoryTrend.Of(Series([.50, .501, .499, .56, .561, .559], 0), "m", "Loss auc");
        Assert.Equal([4], trend.Changes.Select(change => change.Run));
        Assert.Equal([(0, 2), (3, 5)], trend.Segments.Select(segment => (segment.First, segment.Last)));
        Assert.Equal(.50, trend.Segments[0].Mean, 12);
        Assert.Equal(.56, trend.Segments[1].Mean, 12);
        Assert.Equal(.005 / Math.Sqrt(3), trend.Segments[0].StandardError, 12);
    }

    [Fact]
    public void Levels_are_weighted_by_precision()
    {
        HistoryTrend trend = HistoryTrend.Of([Entry(1, .50, 0), Entry(2, .51, .01)], "m", "Loss auc", new TrendOptions { SeedStandardDeviation = .01 });
        double first = 1 / .0001;
        double second = 1 / .0002;
        Assert.Equal(((.50 * first) + (.51 * second)) / (first + second), Assert.Single(trend.Segments).Mean, 12);
    }

    [Fact]
    public void A_step_is_marked_from_the_size_that_the_penalty_asks_for()
    {
        // Halves of n = 10 with a step of d standard deviations gain d^2 n / 4 = 2.5 d^2, against 4.65 + 1.25 ln 10 = 7.528.
        double edge = Math.Sqrt(7.528231 / 2.5) * .005;
        Assert.Empty(HistoryTrend.Of(Step(edge * .999), "m", "Loss auc").Changes);
        Assert.Single(HistoryTrend.Of(Step(edge * 1.001), "m", "Loss auc").Changes);

        static IReadOnlyList<HistoryEntry> Step(double size) => Series([.5, .5, .5, .5, .5, .5 + size, .5 + size, .5 + size, .5 + size, .5 + size], 0);
    }

    [Fact]
    public void Several_steps_are_found()
        => Assert.Equal([4, 7], HistoryTrend.Of(Series([.5, .5, .5, .6, .6, .6, .52, .52, .52], .003), "m", "Loss auc").Changes.Select(change => change.Run));

    [Theory]
    [InlineData(10, .0088)]
    [InlineData(20, .0088)]
    [InlineData(30, .002)]
    [InlineData(50, .0088)]
    public void Luck_is_marked_in_at_most_one_of_twenty_series(int runs, double error)
    {
        double rate = Rate(runs, runs, 0, error);
        double noise = 3 * Math.Sqrt(.05 * .95 / Replicates);
        Assert.InRange(rate, .01, .05 + noise);
    }

    [Theory]
    [InlineData(10, 5, .96)]
    [InlineData(10, 8, .82)]
    [InlineData(20, 10, .99)]
    [InlineData(20, 19, .50)]
    public void A_worsening_of_three_hundredths_is_found(int runs, int after, double power)
        => Assert.InRange(Rate(runs, after, .03, .0088), power, 1);

    [Fact]
    public void Only_the_runs_of_the_model_that_have_the_metric_count()
    {
        HistoryEntry[] history = [Entry(1, .5, .01), Entry(2, .9, .01) with { Target = "other" }, Entry(3, .5, .01) with { Metrics = new Dictionary<string, HistoryMetric>() }, Entry(4, .5, .01)];
        HistoryTrend trend = HistoryTrend.Of(history, "m", "Loss auc");
        Assert.Equal([1, 3], trend.Points.Select(point => point.Run));
        Assert.Empty(HistoryTrend.Of(history, "m", "Entropy auc").Points);
        Assert.Empty(HistoryTrend.Of([], "m", "Loss auc").Segments);
        Assert.Equal(["Loss auc"], HistoryTrend.MetricsOf(history, "m"));
    }

    [Theory]
    [InlineData(double.NaN, .01)]
    [InlineData(.5, -1)]
    [InlineData(.5, double.NaN)]
    [InlineData(double.PositiveInfinity, .01)]
    public void Numbers_that_are_none_are_refused(double estimate, double error)
    {
        var refused = Assert.Throws<PanameDataException>(() => HistoryTrend.Of([Entry(1, .5, .01), Entry(2, estimate, error)], "m", "Loss auc"));
        Assert.Contains("Run 2 of the history", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(.6)]
    [InlineData(double.NaN)]
    public void Options_out_of_range_are_refused(double seed)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new TrendOptions { SeedStandardDeviation = seed });

    [Fact]
    public void Change_and_its_size_are_in_the_report()
    {
        string html = HtmlReport.Render([Sample.Audit()], new ReportOptions { History = Sample.History() });
        Assert.Matches("run 7: \\+0\\.0[56]", System.Net.WebUtility.HtmlDecode(html));
        Assert.Contains("other seed than before", html, StringComparison.Ordinal);
    }

    private static double Rate(int runs, int after, double change, double error)
    {
        var random = new MersenneTwister(11 + runs + after, true);
        var noise = new Normal(0, Math.Sqrt((error * error) + (.005 * .005)), random);
        int marked = 0;
        for (int i = 0; i < Replicates; i++)
        {
            double[] values = [.. Enumerable.Range(0, runs).Select(run => .55 + (run >= after ? change : 0) + noise.Sample())];
            marked += LevelChanges.Find(values, [.. values.Select(_ => noise.Variance)]).Count > 1 ? 1 : 0;
        }

        return marked / (double)Replicates;
    }

    private static IReadOnlyList<HistoryEntry> Series(double[] values, double error) => [.. values.Select((value, i) => Entry(i + 1, value, error))];

    private static HistoryEntry Entry(int day, double estimate, double error) => new()
    {
        Time = new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero),
        Target = "m",
        DataFingerprint = "d",
        AttackSet = "smoke/1",
        Seed = 1,
        PanameVersion = "0.1.0",
        Metrics = new Dictionary<string, HistoryMetric> { ["Loss auc"] = new(estimate, estimate - .02, estimate + .02, error) },
    };
}
