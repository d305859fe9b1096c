namespace Paname.Testing.Tests.Baselines.Comparing;

/// <summary>The rule against numbers worked out by hand and by SciPy (norm.sf, t.sf, t.ppf), at 1e-6.</summary>
public sealed class KnownAnswerTests
{
    private const double Close = 1e-6;

    // k = 1: SE = sqrt(2 * .008^2 + 2 * .005^2) = .0133417; D = .03, z = 2.248597.
    [Fact]
    public void One_training_unpaired() => Holds(Runs.First(Runs.Run("old", .53)), Runs.Run("new", .56), .01334166, .01226914, .03317371, BaselineOutcome.Worse);

    // k = 1, paired .003: SE = sqrt(.003^2 + 2 * .005^2) = .0076811; D = .012, z = 1.562274.
    [Fact]
    public void One_training_paired() => Holds(
        Runs.First(Runs.Run("old", .53)), Runs.Run("new", .542).WithEach(metric => metric with { PairedStandardError = .003 }), .00768115, .05911256, .01909898, BaselineOutcome.Same);

    // k = 3: mean .54, SD .01, SE = sqrt(2 * .008^2 + .01^2 * 4 / 3) = .0161658; D = .03, z = 1.855766.
    [Fact]
    public void Three_trainings() => Holds(Runs.First(Runs.Run("old", .53)).Retrained(Runs.Auc, .53, .54, .55), Runs.Run("new", .57), .01616581, .03174327, .04019587, BaselineOutcome.Worse);

    // k = 5: mean .54, SD .0079057, SE = .0079057 sqrt(6 / 5) = .0086603; D = .02, t = 2.309401 with 4; MDE = (2.131847 + .940965) SE.
    [Fact]
    public void Five_trainings() => Holds(
        Runs.First(Runs.Run("old", .53)).Retrained(Runs.Auc, .53, .535, .54, .545, .55), Runs.Run("new", .56), .00866025, .04104314, .02661133, BaselineOutcome.Worse);

    // k = 8, all alike but one: SD .000354 is raised to .002; SE = .002 sqrt(9 / 8) = .0021213; D = .004875, t = 2.298097 with 7.
    [Fact]
    public void Eight_trainings_at_the_least_deviation() => Holds(
        Runs.First(Runs.Run("old", .53)).Retrained(Runs.Auc, .53, .53, .53, .53, .53, .53, .53, .531), Runs.Run("new", .535), .00212132, .02757276, .00591977, BaselineOutcome.Worse);

    [Fact]
    public void An_anchor_that_differs_is_tested_beside_at_half_the_level()
    {
        // Last .55: z = .01 / .0133417, p = .2267. Anchor .53 (SE .008, one training): z = 2.248597, p = .0122691; doubled .0245383.
        Baseline verified = Runs.First(Runs.Run("old", .55)).With(Runs.Auc, metric => metric with { Anchor = metric.Anchor with { Mean = .53 } });

        BaselineMetricComparison row = Assert.Single(BaselineComparison.Of(verified, Runs.Run("new", .56)).Metrics);

        Assert.Equal(.0245383, row.PValue!.Value, Close);
        Assert.Equal(.03, row.AnchorDifference!.Value, 1e-12);
        Assert.Equal(BaselineOutcome.Worse, row.Outcome);
    }

    [Fact]
    public void Two_metrics_are_one_family()
    {
        // One of two at p = .0311 is worse alone, not in a family of two (.0622); the other has p = .5.
        Baseline verified = Runs.First(Runs.Of("old", ("Loss auc", .53), ("Entropy auc", .53)));
        double estimate = .53 + (1.865 * .0133417);

        BaselineComparison together = BaselineComparison.Of(verified, Runs.Of("new", ("Loss auc", estimate), ("Entropy auc", .53)));
        BaselineComparison alone = BaselineComparison.Of(Runs.First(Runs.Run("old", .53)), Runs.Run("new", estimate));

        Assert.Equal(BaselineOutcome.Worse, alone.Outcome);
        Assert.Equal(BaselineOutcome.Same, together.Outcome);
        Assert.Equal(2 * alone.Metrics[0].PValue!.Value, together.Metrics.Single(row => row.Name == "Loss auc").PValue!.Value, Close);
    }

    [Theory]
    [InlineData(1.6449, BaselineOutcome.Worse)]
    [InlineData(1.6448, BaselineOutcome.Same)]
    [InlineData(-1.6448, BaselineOutcome.Same)]
    [InlineData(-1.6449, BaselineOutcome.Better)]
    public void The_line_is_drawn_at_five_percent_on_either_side(double z, BaselineOutcome expected)
    {
        // The 95 % quantile of the normal distribution is 1.644854.
        double standardError = Math.Sqrt((2 * .008 * .008) + (2 * .005 * .005));
        Assert.Equal(expected, BaselineComparison.Of(Runs.First(Runs.Run("old", .6)), Runs.Run("new", .6 + (z * standardError))).Outcome);
    }

    [Theory]
    [InlineData(.0331738, BaselineOutcome.Same)]
    [InlineData(.0331736, BaselineOutcome.Inconclusive)]
    public void A_margin_below_the_detectable_effect_is_inconclusive(double margin, BaselineOutcome expected)
    {
        Baseline verified = Runs.First(Runs.Run("old", .53)) with { Margin = margin };
        Assert.Equal(expected, BaselineComparison.Of(verified, Runs.Run("new", .53) with { Margin = margin }).Outcome);
        Assert.Equal(BaselineOutcome.Worse, BaselineComparison.Of(verified, Runs.Run("new", .6) with { Margin = margin }).Outcome);
    }

    [Theory]
    [InlineData(0, BaselineOutcome.Same)]
    [InlineData(1e-9, BaselineOutcome.Same)]
    [InlineData(3e-9, BaselineOutcome.Worse)]
    [InlineData(-3e-9, BaselineOutcome.Better)]
    public void The_same_model_must_give_the_same_number(double off, BaselineOutcome expected)
    {
        BaselineComparison comparison = BaselineComparison.Of(Runs.First(Runs.Run("old", .53)) with { Tolerance = 2e-9 }, Runs.Run("old", .53 + off));
        Assert.Equal(expected, comparison.Outcome);
        Assert.True(comparison.Metrics[0].SameModel);
        Assert.Null(comparison.Metrics[0].PValue);
    }

    [Fact]
    public void An_accepted_retraining_is_the_same_model_too()
    {
        Baseline verified = Runs.First(Runs.Run("old", .53)).Retrained(Runs.Auc, .53, .58);
        Assert.Equal(BaselineOutcome.Same, BaselineComparison.Of(verified, Runs.Run("retraining 1", .58)).Outcome);
        Assert.Equal(BaselineOutcome.Better, BaselineComparison.Of(verified, Runs.Run("retraining 1", .53)).Outcome);
    }

    [Fact]
    public void Other_data_make_pairing_void_and_the_luck_of_records_count()
    {
        Baseline one = Runs.First(Runs.Run("old", .53));
        Baseline many = one.Retrained(Runs.Auc, .53, .535, .54, .545, .55);
        Baseline moved = Runs.Run("new", .55).WithEach(metric => metric with { PairedStandardError = .003 });
        moved = moved with { Subject = moved.Subject with { DataFingerprint = "other", Members = 2300 } };

        Assert.Equal(.01334166, BaselineComparison.Of(one, moved).Metrics[0].StandardError!.Value, Close);
        Assert.NotNull(BaselineComparison.Of(one, moved).Metrics[0].Note);

        // sqrt(2 * .008^2 + .0086603^2) = .0142478, still with Student's t.
        Assert.Equal(.01424781, BaselineComparison.Of(many, moved).Metrics[0].StandardError!.Value, Close);
    }

    [Fact]
    public void A_metric_where_lower_is_worse_is_mirrored()
    {
        Baseline lower = Runs.First(Runs.Run("old", .56)).With(Runs.Auc, metric => metric with { HigherIsWorse = false });
        Baseline now = Runs.Run("new", .53).With(Runs.Auc, metric => metric with { HigherIsWorse = false });
        Assert.Equal(BaselineOutcome.Worse, BaselineComparison.Of(lower, now).Outcome);
        Assert.Equal(.01226914, BaselineComparison.Of(lower, now).Metrics[0].PValue!.Value, Close);
    }

    private static void Holds(Baseline verified, Baseline received, double standardError, double p, double mde, BaselineOutcome outcome)
    {
        BaselineComparison comparison = BaselineComparison.Of(verified, received);
        BaselineMetricComparison row = Assert.Single(comparison.Metrics);
        Assert.Equal(standardError, row.StandardError!.Value, Close);
        Assert.Equal(p, row.PValue!.Value, Close);
        Assert.Equal(mde, row.Mde!.Value, Close);
        Assert.Equal(outcome, comparison.Outcome);
    }
}
