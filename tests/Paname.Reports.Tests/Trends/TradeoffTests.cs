namespace Paname.Reports.Tests.Trends;

public class TradeoffTests
{
    [Fact]
    public void Runs_that_no_other_beats_on_both_are_the_front()
    {
        HistoryEntry[] history = [Run(.80, .55), Run(.82, .57), Run(.79, .56), Run(.84, .60), Run(.80, .55)];
        Tradeoff tradeoff = Tradeoff.Of(history, "m", "accuracy", "Loss auc");
        Assert.Equal([true, true, false, true, true], tradeoff.Points.Select(point => point.IsBest));
        Assert.Equal([1, 2, 3, 4, 5], tradeoff.Points.Select(point => point.Run));
    }

    [Fact]
    public void Equal_leakage_and_less_use_is_beaten()
        => Assert.Equal([true, false], Tradeoff.Of([Run(.80, .55), Run(.79, .55)], "m", "accuracy", "Loss auc").Points.Select(point => point.IsBest));

    [Fact]
    public void Where_lower_is_better_the_front_turns()
    {
        HistoryEntry[] history = [Run(.40, .55, false), Run(.50, .55, false), Run(.30, .60, false)];
        Assert.Equal([true, false, true], Tradeoff.Of(history, "m", "accuracy", "Loss auc").Points.Select(point => point.IsBest));
    }

    [Fact]
    public void Runs_without_both_are_left_out()
    {
        HistoryEntry[] history = [Run(.8, .55), Run(.8, .55) with { Utility = [] }, Run(.9, .5) with { Target = "other" }, Run(.4, .5, false), Run(.81, .56)];
        Assert.Equal([1, 4], Tradeoff.Of(history, "m", "accuracy", "Loss auc").Points.Select(point => point.Run));
        Assert.Empty(Tradeoff.Of(history, "m", "recall", "Loss auc").Points);
    }

    private static HistoryEntry Run(double utility, double auc, bool higher = true) => new()
    {
        Time = DateTimeOffset.UnixEpoch,
        Target = "m",
        DataFingerprint = "d",
        AttackSet = "smoke/1",
        Seed = 1,
        PanameVersion = "0.1.0",
        Metrics = new Dictionary<string, HistoryMetric> { ["Loss auc"] = new(auc, auc - .02, auc + .02, .01) },
        Utility = [new UtilityMetric("accuracy", utility) { HigherIsBetter = higher }],
    };
}
