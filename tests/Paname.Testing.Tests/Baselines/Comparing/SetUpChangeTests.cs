namespace Paname.Testing.Tests.Baselines.Comparing;

/// <summary>What is measured otherwise fails until it is accepted, whatever the numbers.</summary>
public sealed class SetUpChangeTests
{
    private static readonly Baseline Run = Runs.Of("new", ("Loss auc", .53), ("Entropy auc", .53));

    public static TheoryData<string, string> Changes => new()
    {
        { "seed", "seed: 1 -> 2" },
        { "set", "attack set: smoke/1 -> smoke/2" },
        { "margin", "margin: 0.05 -> 0.04" },
        { "missing", "metric Entropy auc: gated -> absent" },
        { "extra", "metric New auc: absent -> gated" },
        { "gate", "metric Entropy auc: gated -> shown only" },
        { "direction", "metric Entropy auc: gated -> gated, lower is worse" },
        { "not applicable", "attack Entropy: runs -> not applicable (needs probabilities)" },
        { "members", "members of the same data: 2200 -> 2300" },
        { "metric members", "members of Entropy auc: 2200 -> 1100" },
        { "test", "test: CreditTests.Leaks_no_more -> Other.Test" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void It_fails_and_says_what_changed(string what, string expected)
    {
        BaselineComparison comparison = BaselineComparison.Of(Runs.First(Runs.Of("old", ("Loss auc", .53), ("Entropy auc", .53))), Changed(what));

        Assert.Equal(BaselineOutcome.Changed, comparison.Outcome);
        Assert.False(comparison.Holds);
        Assert.Contains(expected, comparison.Changes);
        Assert.Contains("- " + expected.Split(" -> ")[0], comparison.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_model_file_other_data_and_usefulness_are_no_change()
    {
        Baseline verified = Runs.First(Runs.Of("old", ("Loss auc", .53)));
        Baseline received = Runs.Of("new", ("Loss auc", .53), ("utility accuracy", .9)).With("utility accuracy", metric => metric with { Gated = false, HigherIsWorse = false });
        received = received with { Subject = received.Subject with { DataFingerprint = "other", Target = "credit-2.onnx", PanameVersion = "9" } };

        Assert.Equal(BaselineOutcome.Same, BaselineComparison.Of(verified, received).Outcome);
        Assert.Equal(BaselineOutcome.Same, BaselineComparison.Of(Runs.First(received), verified with { Subject = verified.Subject with { TargetFingerprint = "third" }, Metrics = Runs.Of("third", ("Loss auc", .53)).Metrics }).Outcome);
    }

    [Fact]
    public void A_shown_metric_fails_nothing()
    {
        Baseline verified = Runs.First(Runs.Of("old", ("Loss auc", .53), ("Loss tpr@0.01", .01)).With("Loss tpr@0.01", metric => metric with { Gated = false }));
        Baseline received = Runs.Of("new", ("Loss auc", .53), ("Loss tpr@0.01", .9)).With("Loss tpr@0.01", metric => metric with { Gated = false });
        BaselineComparison comparison = BaselineComparison.Of(verified, received);
        Assert.Equal(BaselineOutcome.Same, comparison.Outcome);
        Assert.Null(comparison.Metrics.Single(metric => !metric.Gated).Outcome);
        Assert.Equal(.5, comparison.Metrics.Single(metric => metric.Gated).PValue!.Value, 1e-9);
    }

    [Fact]
    public void The_margin_is_about_the_auc_alone()
    {
        Baseline verified = Runs.First(Runs.Of("old", ("Loss auc", .53), ("Loss tpr@0.01", .01)).With("Loss tpr@0.01", metric => metric with { StandardError = .1 }));
        Baseline received = Runs.Of("new", ("Loss auc", .53), ("Loss tpr@0.01", .01)).With("Loss tpr@0.01", metric => metric with { StandardError = .1 });
        Assert.Equal(BaselineOutcome.Same, BaselineComparison.Of(verified, received).Outcome);
    }

    private static Baseline Changed(string what) => what switch
    {
        "seed" => Run with { Subject = Run.Subject with { Seed = 2 } },
        "set" => Run with { Subject = Run.Subject with { AttackSet = "smoke/2" } },
        "margin" => Run with { Margin = .04 },
        "missing" => Runs.Of("new", ("Loss auc", .53)),
        "extra" => Runs.Of("new", ("Loss auc", .53), ("Entropy auc", .53), ("New auc", .53)),
        "gate" => Run.With("Entropy auc", metric => metric with { Gated = false }),
        "direction" => Run.With("Entropy auc", metric => metric with { HigherIsWorse = false }),
        "not applicable" => Runs.Of("new", ("Loss auc", .53)) with { NotApplicable = new Dictionary<string, string> { ["Entropy"] = "needs probabilities" } },
        "members" => Run with { Subject = Run.Subject with { Members = 2300 } },
        "metric members" => Run.With("Entropy auc", metric => metric with { Members = 1100 }),
        _ => Run with { Test = "Other.Test" },
    };
}
