namespace Paname.Testing.Tests.Baselines.Comparing;

/// <summary>The figures of the rule's own study: power against .03 at 2,200 records per side.</summary>
public sealed class BaselinePowerTests
{
    private static readonly BaselineMetric AtHalf = Runs.Metric("model", .5, Math.Sqrt(1 / (6.0 * 2200)));

    [Fact]
    public void Power_at_2200_per_side()
    {
        Assert.Equal(.68, BaselinePower.Power(AtHalf, .03), .005);
        Assert.InRange(BaselinePower.Power(AtHalf, .03, pairedStandardError: .003), .97, .99);
        Assert.Equal(.05, BaselinePower.Power(AtHalf, 0), 1e-12);
        BaselineMetric five = AtHalf with { Retrainings = new BaselineRetrainings([.5, .502, .498, .503, .497], ["a", "b", "c", "d", "e"]) };
        Assert.InRange(BaselinePower.Power(five, .03), .99, 1);
    }

    [Fact]
    public void Records_for_a_margin_make_its_detectable_effect_the_margin()
    {
        int records = BaselinePower.RecordsPerSide(.03)!.Value;
        // 1 / (3 ((.03 / 2.486475)^2 - 2 * .005^2)) = 3487.8.
        Assert.Equal(3488, records);
        Assert.Equal(.03, BaselinePower.MinimalDetectableEffect(Runs.Metric("m", .5, Math.Sqrt(1 / (6.0 * records)))), 1e-5);
        Assert.Equal(records, BaselinePower.RecordsPerSide(AtHalf, .03)!.Value);
    }

    [Fact]
    public void Seeds_alone_hide_a_margin_below_their_own_detectable_effect()
    {
        // (1.644854 + .841621) * .005 * sqrt(2) = .0175819.
        Assert.Null(BaselinePower.RecordsPerSide(.01758));
        Assert.NotNull(BaselinePower.RecordsPerSide(.0176));
        Assert.Throws<ArgumentOutOfRangeException>(() => BaselinePower.RecordsPerSide(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BaselinePower.RecordsPerSide(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => BaselinePower.Power(AtHalf, -.1));
    }
}
