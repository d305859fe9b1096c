using Paname.Attacks.Metrics;

namespace Paname.Testing.Tests.Baselines.Receiving;

public sealed class ReceivedMetricTests
{
    [Fact]
    public void Sizes_are_counted_in_groups()
    {
        double[] scores = [.. Enumerable.Range(0, 120).Select(i => (double)i)];
        ScoreSample sample = ScoreSample.Create(scores, scores, Groups("a", 3), Groups("b", 2));
        BaselineMetric metric = ReceivedMetric.Of(Auc.Estimate(sample), sample, "model", gated: true);
        Assert.Equal((40, 60), (metric.Members, metric.NonMembers));

        string[] Groups(string side, int size) => [.. scores.Select((_, i) => FormattableString.Invariant($"{side}{i / size}"))];
    }
}
