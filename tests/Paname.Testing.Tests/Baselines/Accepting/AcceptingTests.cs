namespace Paname.Testing.Tests.Baselines.Accepting;

/// <summary>Every way from one baseline to the next. AUC of .53 with SE .008: .5520 and above is worse, .5081 and below better.</summary>
public sealed class AcceptingTests
{
    private const string Kept = "numbers kept";

    private static readonly Baseline Stored = Runs.First(Runs.Run("old", .53));

    /// <summary>Start, received AUC and model, request, then what is stored: the mean and k, the anchor, whether a proposal waits, the kind of the acceptance; or "refused" and a word of why.</summary>
    public static TheoryData<string, double, string, string, string> Transitions => new()
    {
        { "nothing", .53, "new", "plain", "mean 0.5300 k 1 anchor 0.5300" },
        { "nothing, blind", .53, "new", "plain", "refused: smallest worsening" },
        { "nothing, blind", .53, "new", "retraining", "mean 0.5300 k 1 anchor 0.5300" },
        { "nothing, blind, paired", .53, "new", "plain", "mean 0.5300 k 1 anchor 0.5300" },
        { "stored", .53, "old", "plain", "refused: Nothing to accept" },
        { "stored", .54, "new", "plain", "refused: Nothing to accept" },
        { "stored", .54, "new", "reason", "refused: Nothing to accept" },
        { "stored", .54, "new", "retraining", "mean 0.5350 k 2 anchor 0.5300" },
        { "stored", .53, "old", "retraining", "refused: in the baseline already" },
        { "stored", .54, "", "retraining", "refused: needs a reason" },
        { "stored", .54, "", "retraining reason", "mean 0.5350 k 2 anchor 0.5300 unnamed model" },
        { "stored", .54, "new", "new-anchor", "refused: needs a reason" },
        { "stored", .54, "new", "new-anchor reason", "mean 0.5300 k 1 anchor 0.5400 new anchor" },
        { "stored", .52, "new", "new-anchor reason", "refused: No metric lies above" },
        { "stored", .54, "new", "retraining new-anchor reason", "mean 0.5350 k 2 anchor 0.5350 new anchor" },
        { "stored", .57, "new", "plain", "refused: is worse" },
        { "stored", .57, "new", "reason", "mean 0.5700 k 1 anchor 0.5300 worse" },
        { "stored", .57, "new", "blank reason", "refused: is worse" },
        { "stored", .57, "new", "new-anchor", "refused: needs a reason" },
        { "stored", .57, "new", "new-anchor reason", "mean 0.5700 k 1 anchor 0.5700 new anchor" },
        { "stored", .57, "new", "retraining", "refused: is worse" },
        { "stored", .57, "new", "retraining reason", "mean 0.5500 k 2 anchor 0.5300 worse" },
        { "stored", .57, "old", "plain", "refused: is worse" },
        { "stored", .57, "old", "reason", "mean 0.5700 k 1 anchor 0.5300 worse" },
        { "stored", .50, "new", "plain", "mean 0.5300 k 1 anchor 0.5300 proposal 0.5000" },
        { "stored", .50, "new", "new-anchor reason", "refused: anchors fall by themselves" },
        { "stored", .50, "new", "retraining", "mean 0.5150 k 2 anchor 0.5300" },
        { "stored", .50, "old", "plain", "refused: same model gave other numbers" },
        { "stored", .50, "old", "reason", "mean 0.5000 k 1 anchor 0.5300 changed set-up" },
        { "proposed", .50, "lucky", "plain", "refused: retraining with another seed" },
        { "proposed", .505, "another", "plain", "mean 0.5050 k 1 anchor 0.5050" },
        { "proposed", .505, "", "plain", "refused: needs a reason" },
        { "proposed", .505, "", "reason", "mean 0.5050 k 1 anchor 0.5050 unnamed model" },
        { "proposed", .53, "another", "plain", Kept },
        { "proposed", .53, "old", "plain", "refused: Nothing to accept" },
        { "proposed", .53, "another", "retraining", "mean 0.5300 k 2 anchor 0.5300 proposal 0.5000" },
        { "proposed", .57, "another", "reason", "mean 0.5700 k 1 anchor 0.5300 worse" },
        { "margin changed", .53, "new", "plain", "refused: needs a reason" },
        { "margin changed", .53, "new", "reason", "mean 0.5300 k 1 anchor 0.5300 changed set-up" },
        { "margin changed", .60, "new", "reason", "mean 0.5300 k 1 anchor 0.5300 changed set-up" },
        { "set changed", .60, "new", "plain", "refused: needs a reason" },
        { "set changed", .60, "new", "reason", "mean 0.6000 k 1 anchor 0.5300 changed set-up" },
        { "set changed", .60, "new", "new-anchor reason", "mean 0.6000 k 1 anchor 0.6000 changed set-up" },
        { "blind", .54, "new", "plain", "refused: smallest worsening" },
        { "blind", .54, "new", "reason", "refused: smallest worsening" },
        { "blind", .54, "new", "retraining", "mean 0.5350 k 2 anchor 0.5300" },
        { "blind, more records now", .54, "new", "plain", "refused: inconclusive" },
        { "blind, more records now", .54, "new", "reason", "mean 0.5400 k 1 anchor 0.5300 changed set-up" },
        { "data changed", .54, "new", "retraining", "refused: the data changed" },
    };

    [Theory]
    [MemberData(nameof(Transitions))]
    public void From_one_baseline_to_the_next(string start, double auc, string model, string request, string expected)
    {
        Baseline? verified = Start(start);
        Baseline received = Received(start, auc, model.Length == 0 ? null : model);

        AcceptResult result = BaselineAccepting.Apply(verified, received, Request(request), Runs.Today);

        if (expected.StartsWith("refused: ", StringComparison.Ordinal))
        {
            Assert.Null(result.Accepted);
            Assert.Empty(result.Done);
            Assert.Contains(expected["refused: ".Length..], result.Refusal, StringComparison.Ordinal);
            return;
        }

        Assert.Null(result.Refusal);
        Assert.NotEmpty(result.Done);
        Assert.Equal(expected == Kept ? "mean 0.5300 k 1 anchor 0.5300" : expected, Summary(result.Accepted!));
        Assert.Equal(result.Accepted!.ToJson(), Baseline.Parse(result.Accepted.ToJson(), "x").ToJson());
    }

    [Fact]
    public void A_stored_reason_has_its_day_and_the_move()
    {
        BaselineAcceptance acceptance = Assert.Single(Accept(Stored, Runs.Run("new", .57), "reason").Acceptances);
        Assert.Equal((Runs.Today, "because", "worse"), (acceptance.Date, acceptance.Reason, acceptance.Kind));
        Assert.Equal("Loss auc: 0.5300 -> 0.5700", Assert.Single(acceptance.Metrics));
    }

    [Fact]
    public void A_reason_of_several_lines_is_stored_on_one()
    {
        AcceptResult result = BaselineAccepting.Apply(Stored, Runs.Run("new", .57), new AcceptRequest { Reason = " more\r\n  data\t" }, Runs.Today);
        Assert.Equal("more data", Assert.Single(Baseline.Parse(result.Accepted!.ToJson(), "x").Acceptances).Reason);
    }

    [Fact]
    public void A_new_anchor_of_the_accepted_model_rests_on_its_retrainings()
    {
        Baseline verified = Accept(Stored, Runs.Run("seed 1", .54), "retraining");
        BaselineAnchor anchor = Accept(verified, Runs.Run("old", .53), "new-anchor reason").Metrics[Runs.Auc].Anchor;
        Assert.Equal((.535, 2, "data"), (anchor.Mean, anchor.Count, anchor.DataFingerprint));
        Assert.Equal(.0070711, anchor.StandardDeviation!.Value, 1e-7);
    }

    [Fact]
    public void A_baseline_that_later_runs_cannot_be_held_against_says_so()
    {
        AcceptResult begun = BaselineAccepting.Apply(null, Runs.Run("new", .53) with { Margin = .03 }, new AcceptRequest { Retraining = true }, Runs.Today);
        Assert.Contains("stay inconclusive for now", begun.Done, StringComparison.Ordinal);
        Assert.DoesNotContain("inconclusive", BaselineAccepting.Apply(null, Runs.Run("new", .53), new AcceptRequest(), Runs.Today).Done, StringComparison.Ordinal);
    }

    [Fact]
    public void The_accepted_run_passes_and_keeps_no_paired_error()
    {
        Baseline run = Runs.Run("new", .57).WithEach(metric => metric with { PairedStandardError = .003 });
        Baseline accepted = Accept(Stored, run, "reason");
        Assert.Null(accepted.Metrics[Runs.Auc].PairedStandardError);
        Assert.Equal(BaselineOutcome.Same, BaselineComparison.Of(accepted, run).Outcome);
        Assert.Equal(BaselineOutcome.Same, BaselineComparison.Of(Accept(Stored, run, "retraining reason"), run).Outcome);
    }

    [Fact]
    public void The_deviation_follows_the_retrainings()
    {
        Baseline verified = Stored;
        double[] values = [.535, .525, .54, .52];
        for (int i = 0; i < values.Length; i++)
        {
            verified = Accept(verified, Runs.Run($"seed {i}", values[i]), "retraining");
        }

        BaselineRetrainings retrainings = verified.Metrics[Runs.Auc].Retrainings;
        Assert.Equal(5, retrainings.Count);
        Assert.Equal(.0079057, retrainings.StandardDeviation!.Value, 1e-7);
        Assert.Equal(["old", "seed 0", "seed 1", "seed 2", "seed 3"], retrainings.Models);
        Assert.Equal(.53, verified.Metrics[Runs.Auc].Estimate);
        Assert.Equal(.0086603, BaselineComparison.Of(verified, Runs.Run("new", .53)).Metrics[0].StandardError!.Value, 1e-7);
    }

    [Fact]
    public void Five_small_worsenings_are_caught_by_the_anchor()
    {
        // Each step of .012 is the same as the last accepted; accepted ones move the level on, the anchor stays.
        Baseline verified = Stored;
        var outcomes = new List<(BaselineOutcome WithAnchor, BaselineOutcome Without)>();
        for (int step = 1; step <= 5; step++)
        {
            Baseline run = Runs.Run($"step {step}", .53 + (.012 * step));
            Baseline forgetful = verified.WithEach(metric => metric with { Anchor = metric.Anchor with { Mean = metric.Retrainings.Mean } });
            outcomes.Add((BaselineComparison.Of(verified, run).Outcome, BaselineComparison.Of(forgetful, run).Outcome));

            // The set-up changes each time, so that an owner can move the level without asking for a new anchor.
            Baseline changed = run with { Subject = run.Subject with { Seed = step + 1 } };
            verified = Accept(verified, changed, "reason");
            verified = verified with { Subject = verified.Subject with { Seed = 1 } };
            Assert.Equal(.53, verified.Metrics[Runs.Auc].Anchor.Mean);
        }

        Assert.All(outcomes, outcome => Assert.Equal(BaselineOutcome.Same, outcome.Without));
        Assert.Equal([BaselineOutcome.Same, BaselineOutcome.Same, BaselineOutcome.Worse, BaselineOutcome.Worse, BaselineOutcome.Worse], outcomes.Select(outcome => outcome.WithAnchor));
    }

    [Fact]
    public void Only_a_confirmed_metric_lowers_its_anchor()
    {
        Baseline verified = Runs.First(Runs.Of("old", ("A auc", .56), ("B auc", .56)));
        verified = Accept(verified, Runs.Of("lucky", ("A auc", .50), ("B auc", .55)), "plain");
        verified = Accept(verified, Runs.Of("another", ("A auc", .51), ("B auc", .55)), "plain");

        Assert.Null(verified.Proposal);
        Assert.Equal((.51, .51), (verified.Metrics["A auc"].Estimate, verified.Metrics["A auc"].Anchor.Mean));
        Assert.Equal((.55, .56), (verified.Metrics["B auc"].Estimate, verified.Metrics["B auc"].Anchor.Mean));
    }

    [Fact]
    public void A_better_run_of_other_metrics_proposes_anew()
    {
        Baseline verified = Runs.First(Runs.Of("old", ("A auc", .56), ("B auc", .56)));
        verified = Accept(verified, Runs.Of("lucky", ("A auc", .50), ("B auc", .56)), "plain");
        verified = Accept(verified, Runs.Of("another", ("A auc", .56), ("B auc", .50)), "plain");
        Assert.Equal(["B auc"], verified.Proposal!.Estimates.Keys);
        Assert.Equal(.56, verified.Metrics["A auc"].Retrainings.Mean);
    }

    [Fact]
    public void A_metric_more_of_the_same_model_keeps_the_retrainings_of_the_others()
    {
        Baseline verified = Accept(Stored, Runs.Run("seed 1", .54), "retraining");
        Baseline more = Accept(verified, Runs.Of("old", (Runs.Auc, .53), ("Entropy auc", .55)), "reason");
        Assert.Equal((2, 1), (more.Metrics[Runs.Auc].Retrainings.Count, more.Metrics["Entropy auc"].Retrainings.Count));

        Baseline fewer = Accept(more, Runs.Of("old", (Runs.Auc, .53)), "reason");
        Assert.Equal([Runs.Auc], fewer.Metrics.Keys);
        Assert.Equal(2, fewer.Acceptances.Count);
    }

    private static Baseline Accept(Baseline verified, Baseline received, string request)
    {
        AcceptResult result = BaselineAccepting.Apply(verified, received, Request(request), Runs.Today);
        Assert.Null(result.Refusal);
        return result.Accepted!;
    }

    private static Baseline? Start(string start) => start switch
    {
        "nothing" or "nothing, blind" or "nothing, blind, paired" => null,
        "proposed" => Accept(Stored, Runs.Run("lucky", .50), "plain"),
        "blind" => Stored with { Margin = .03 },
        "blind, more records now" => Stored.WithEach(metric => metric with { StandardError = .03 }),
        _ => Stored,
    };

    private static Baseline Received(string start, double auc, string? model)
    {
        Baseline run = Runs.Run(model, auc);
        return start switch
        {
            "nothing, blind" or "blind" => run with { Margin = .03 },
            "nothing, blind, paired" => run.WithEach(metric => metric with { PairedStandardError = .003 }) with { Margin = .03 },
            "margin changed" => run with { Margin = .06 },
            "set changed" => run with { Subject = run.Subject with { AttackSet = "smoke/2" } },
            "data changed" => run with { Subject = run.Subject with { DataFingerprint = "other" } },
            _ => run,
        };
    }

    private static AcceptRequest Request(string words) => new()
    {
        Reason = words.Contains("blank reason", StringComparison.Ordinal) ? " " : words.Contains("reason", StringComparison.Ordinal) ? "because" : null,
        NewAnchor = words.Contains("new-anchor", StringComparison.Ordinal),
        Retraining = words.Contains("retraining", StringComparison.Ordinal),
    };

    private static string Summary(Baseline stored)
    {
        BaselineMetric metric = stored.Metrics[Runs.Auc];
        string proposal = stored.Proposal is { } waiting ? FormattableString.Invariant($" proposal {waiting.Estimates[Runs.Auc]:F4}") : string.Empty;
        string kind = stored.Acceptances.Count == 0 ? string.Empty : $" {stored.Acceptances[^1].Kind}";
        return FormattableString.Invariant($"mean {metric.Retrainings.Mean:F4} k {metric.Retrainings.Count} anchor {metric.Anchor.Mean:F4}{proposal}{kind}");
    }
}
