using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Metrics;

namespace Paname.Testing.Tests.Reports.Building;

public class ScoreHistogramTests
{
    [Fact]
    public void Every_score_counts_once_between_round_rising_edges()
    {
        var random = new MersenneTwister(5);
        double[] members = [.. Enumerable.Range(0, 3000).Select(_ => Normal.Sample(random, 1, 2))];
        double[] others = [.. Enumerable.Range(0, 2000).Select(_ => Normal.Sample(random, 0, 2))];
        ReportHistogram histogram = Of(members, others);
        Assert.Equal((3000, 2000), (histogram.Members.Sum(), histogram.NonMembers.Sum()));
        Assert.InRange(histogram.Members.Count, 18, 42);
        Assert.All(histogram.Edges, edge => Assert.Equal(edge * 2, Math.Round(edge * 2), 9));
        for (int bin = 1; bin < histogram.Members.Count - 1; bin++)
        {
            Assert.Equal(members.Count(score => score >= histogram.Edges[bin] && score < histogram.Edges[bin + 1]), histogram.Members[bin]);
            Assert.Equal(others.Count(score => score >= histogram.Edges[bin] && score < histogram.Edges[bin + 1]), histogram.NonMembers[bin]);
        }
    }

    [Fact]
    public void Far_and_infinite_scores_count_in_the_outermost_bins_and_do_not_stretch_the_range()
    {
        double[] members = [.. Enumerable.Range(0, 1000).Select(i => i / 1000.0), 1e200, double.PositiveInfinity, double.NegativeInfinity];
        double[] others = [.. Enumerable.Range(0, 1000).Select(i => i / 1000.0), double.NegativeInfinity, double.NegativeInfinity];
        ReportHistogram histogram = Of(members, others);
        Assert.InRange(histogram.Edges[0], -.1, 0.1);
        Assert.InRange(histogram.Edges[^1], .9, 1.1);
        Assert.Equal((1003, 1002), (histogram.Members.Sum(), histogram.NonMembers.Sum()));
        Assert.True(histogram.Members[^1] >= 2 && histogram.NonMembers[0] >= 2);
    }

    [Fact]
    public void No_edge_is_the_score_of_a_single_record()
    {
        // Scores on every multiple of a thousandth: every round edge is somebody's score.
        double[] members = [.. Enumerable.Range(0, 1000).Select(i => i / 1000.0)];
        double[] others = [.. Enumerable.Range(0, 1000).Select(i => (i + 1000) / 1000.0)];
        Assert.Empty(Of(members, others).Edges.Intersect(members.Concat(others)));
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(7.0, 7.0)]
    [InlineData(-1e308, 1e308)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(1e-300, 2e-300)]
    [InlineData(1e15, 1e15)]
    public void Any_two_values_make_a_histogram(double low, double high)
    {
        ReportHistogram histogram = Of([low, high, high], [low, low, high]);
        Assert.Equal((3, 3), (histogram.Members.Sum(), histogram.NonMembers.Sum()));
        Assert.InRange(histogram.Members.Count, 2, 42);
        Assert.All(histogram.Edges.Zip(histogram.Edges.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.All(histogram.Edges, edge => Assert.True(double.IsFinite(edge)));
    }

    private static ReportHistogram Of(double[] members, double[] others) => ScoreHistogram.Of(RocCurve.Create(ScoreSample.Create(members, others)), members.Length, others.Length);
}
