using Paname.Attacks.Data;
using Paname.Attacks.Metrics;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Baselines.Storing;

/// <summary>The life of a baseline in one process after another: missing, accepted, met, worse, replaced.</summary>
public sealed class BaselineGateTests : IDisposable
{
    private const string Stem = "BaselineGateTests.";

    private static readonly MembershipData Data = Memorised.Data(1000);
    private static readonly BaselineOptions Wide = new() { Margin = .1 };

    private readonly BaselineSpace _space = new();

    public void Dispose() => _space.Dispose();

    [Fact]
    public void Missing_baseline_fails_and_leaves_a_received_file()
    {
        BaselineVerdict verdict = Compare(leak: 0, seed: 1);
        Assert.Equal((BaselineOutcome.Missing, false), (verdict.Outcome, verdict.Holds));
        string file = Stem + nameof(Missing_baseline_fails_and_leaves_a_received_file) + ".received.json";
        Assert.Equal([file], _space.Files);
        string[] lines = verdict.Message.Split(Environment.NewLine);
        Assert.Equal($"  Received: {Path.Combine("baselines", file)}", lines[^2]);
        Assert.Equal("  Accept: PANAME_ACCEPT=1 dotnet test --filter \"FullyQualifiedName~Missing_baseline_fails_and_leaves_a_received_file\"", lines[^1]);
        Assert.Equal(_space.Read(file), Baseline.Parse(_space.Read(file), file).ToJson());
    }

    [Fact]
    public void Same_model_meets_its_baseline_and_clears_what_was_received()
    {
        Accept(leak: 0, seed: 1);
        string[] accepted = _space.Files;
        string before = _space.Read(accepted.Single());
        Assert.False(Compare(leak: 1, seed: 2).Holds);
        Assert.Equal(2, _space.Files.Length);
        _space.NewProcess();
        Assert.Equal(BaselineOutcome.Same, Compare(leak: 0, seed: 1).Outcome);
        Assert.Equal(accepted, _space.Files);
        Assert.Equal(before, _space.Read(accepted.Single()));
    }

    [Fact]
    public void Worse_is_accepted_with_a_reason_only()
    {
        Accept(leak: 0, seed: 1);
        _space.With("PANAME_ACCEPT", "1");
        BaselineVerdict refused = Compare(leak: 1, seed: 2);
        Assert.Equal((BaselineOutcome.Worse, false), (refused.Outcome, refused.Holds));
        Assert.Contains("  Not accepted: ", refused.Message, StringComparison.Ordinal);
        _space.With("PANAME_ACCEPT_REASON", "  a larger model was needed ").NewProcess();
        BaselineVerdict accepted = Compare(leak: 1, seed: 2);
        Assert.Equal((BaselineOutcome.Worse, true), (accepted.Outcome, accepted.Holds));
        Assert.Contains("  Accepted: ", accepted.Message, StringComparison.Ordinal);
        Assert.Equal("a larger model was needed", Assert.Single(_space.Verified(Stem + nameof(Worse_is_accepted_with_a_reason_only)).Acceptances).Reason);
        _space.With("PANAME_ACCEPT", null).NewProcess();
        Assert.True(Compare(leak: 1, seed: 2).Holds);
    }

    [Fact]
    public void Retraining_joins_the_baseline()
    {
        Accept(leak: 0, seed: 1);
        _space.With("PANAME_ACCEPT", "retraining");
        BaselineVerdict added = Compare(leak: 0, seed: 2);
        Assert.True(added.Holds);
        Assert.Equal(2, _space.Verified(Stem + nameof(Retraining_joins_the_baseline)).Metrics["Loss auc"].Retrainings.Count);
        _space.NewProcess();
        BaselineVerdict again = Compare(leak: 0, seed: 2);
        Assert.True(again.Holds);
        Assert.Contains("Not accepted: This model file is in the baseline already", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unreadable_baseline_fails_and_is_not_replaced()
    {
        string file = Stem + nameof(Unreadable_baseline_fails_and_is_not_replaced) + ".verified.json";
        _space.Write(file, "{ \"schema\": ");
        _space.With("PANAME_ACCEPT", "1");
        BaselineVerdict verdict = Compare(leak: 0, seed: 1);
        Assert.Equal((BaselineOutcome.Unreadable, false), (verdict.Outcome, verdict.Holds));
        Assert.EndsWith($"  Take {Path.Combine("baselines", file)} back from version control, or delete it and accept anew.", verdict.Message, StringComparison.Ordinal);
        Assert.Equal("{ \"schema\": ", _space.Read(file));
    }

    [Fact]
    public void Override_of_the_environment_comes_before_the_common_file()
    {
        Accept(leak: 0, seed: 1);
        string stem = Stem + nameof(Override_of_the_environment_comes_before_the_common_file);
        string common = _space.Read(stem + ".verified.json");
        _space.With("PANAME_ENVIRONMENT", "gpu-box").With("PANAME_ACCEPT", "1").With("PANAME_ACCEPT_REASON", "another processor").NewProcess();
        Assert.True(Compare(leak: 1, seed: 2).Holds);
        Assert.Equal([stem + ".gpu-box.verified.json", stem + ".verified.json"], _space.Files);
        Assert.Equal(common, _space.Read(stem + ".verified.json"));
        _space.With("PANAME_ACCEPT", null).NewProcess();
        Assert.Equal(BaselineOutcome.Same, Compare(leak: 1, seed: 2).Outcome);
        _space.With("PANAME_ENVIRONMENT", null).NewProcess();
        Assert.Equal(BaselineOutcome.Worse, Compare(leak: 1, seed: 2).Outcome);
    }

    [Fact]
    public void Two_places_or_two_contents_with_one_baseline_are_refused()
    {
        Compare(leak: 0, seed: 1);
        Assert.Contains("another metric, model or data", Assert.Throws<InvalidOperationException>(() => Compare(leak: 0, seed: 2)).Message, StringComparison.Ordinal);
        Assert.Contains("another place in the code", Assert.Throws<InvalidOperationException>(() => Metric(0, 1).CompareWithBaseline(
            Wide, nameof(Two_places_or_two_contents_with_one_baseline_are_refused), "baselinegatetests.cs")).Message, StringComparison.Ordinal);
        Assert.Equal(BaselineOutcome.Missing, Metric(0, 2).CompareWithBaseline(Wide with { Variant = "other" }).Outcome);
        Assert.Equal(BaselineOutcome.Missing, Compare(leak: 0, seed: 1, nameof(Two_places_or_two_contents_with_one_baseline_are_refused)).Outcome);
    }

    [Fact]
    public void Call_from_what_is_no_test_is_refused()
        => Assert.Contains("has no method No_such_test", Assert.Throws<InvalidOperationException>(() => Metric(0, 1).CompareWithBaseline(Wide, "No_such_test")).Message, StringComparison.Ordinal);

    [Fact]
    public void Baseline_without_a_test_fails_others()
    {
        _space.Write("Was.Deleted_long_ago.verified.json", "{}");
        Assert.Contains("Was.Deleted_long_ago.verified.json", Assert.Throws<InvalidOperationException>(() => Compare(leak: 0, seed: 1)).Message, StringComparison.Ordinal);
        Assert.Equal(["Was.Deleted_long_ago.verified.json"], _space.Files);
    }

    [Fact]
    public void Usefulness_is_shown_with_its_direction()
    {
        var setup = new MembershipSetup(new NoisyModel(Data, 0, 1), Data)
        {
            Utility = [new UtilityMetric("accuracy", .9) { StandardError = .01 }, new UtilityMetric("log loss", .4) { HigherIsBetter = false }],
        };
        Baseline run = Baseline.FromAudit(_space.Audits.Auc(setup).Audit, "Some.Test");
        Assert.Equal((false, false), (run.Metrics["utility accuracy"].HigherIsWorse, run.Metrics["utility accuracy"].Gated));
        Assert.Equal((true, false), (run.Metrics["utility log loss"].HigherIsWorse, run.Metrics["utility log loss"].Gated));
        Assert.Equal(.9 - .01645, run.Metrics["utility accuracy"].Lower, 5);
    }

    [Fact]
    public void Epsilon_is_stored_with_a_value_above_its_bound_and_an_error_in_units_of_one_standard_error()
    {
        double[] members = [.. Enumerable.Range(0, 500).Select(i => i % 10 < 7 ? 1.0 + i : -i)];
        double[] others = [.. Enumerable.Range(0, 500).Select(i => i % 10 < 3 ? 1.0 + i : -i)];
        _space.Audits.Epsilon(ScoreSample.Create(members, others)).CompareWithBaseline();
        string file = Assert.Single(_space.Files);
        BaselineMetric metric = Assert.Single(Baseline.Parse(_space.Read(file), file).Metrics).Value;
        Assert.True(metric.Estimate > metric.Lower);
        Assert.Equal((metric.Estimate - metric.Lower) / 1.6448536, metric.StandardError, 6);
    }

    [Fact]
    public void Usefulness_alone_shows_nothing_of_a_leak()
    {
        _space.With("PANAME_ACCEPT", "1");
        var setup = new MembershipSetup(new NoisyModel(Data, 0, 1), Data) { Utility = [new UtilityMetric("accuracy", .9)] };
        BaselineVerdict verdict = _space.Audits.Auc(setup, new AuditOptions { TimeBudget = TimeSpan.FromTicks(1) }).CompareWithBaseline(Wide);
        Assert.Equal((BaselineOutcome.Inconclusive, false), (verdict.Outcome, verdict.Holds));
        Assert.Contains("so nothing was shown: ", verdict.Message, StringComparison.Ordinal);
        Assert.Empty(_space.Files);
    }

    [Fact]
    public async Task Cancelled_comparison_stores_nothing()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Metric(0, 77).MatchesBaselineAsync(Wide, source.Token));
        Assert.Empty(_space.Files);
        await Metric(0, 77).MatchesBaselineAsync(Wide, CancellationToken.None);
        Assert.Single(_space.Failures);
        Assert.Single(_space.Files);
    }

    [Fact]
    public void Files_that_cannot_be_written_do_not_hide_the_verdict()
    {
        File.WriteAllText(_space.Folder, "a file where the directory should be");
        BaselineVerdict verdict = Compare(leak: 0, seed: 1);
        Assert.Equal((BaselineOutcome.Missing, false), (verdict.Outcome, verdict.Holds));
        Assert.Contains("  The directory of baselines baselines could not be changed: ", verdict.Message, StringComparison.Ordinal);
        _space.With("PANAME_ACCEPT", "1").NewProcess();
        Assert.Contains("Not accepted: it could not be stored", Compare(leak: 0, seed: 1).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writers_at_once_leave_one_whole_file_and_no_other()
    {
        _space.With("PANAME_ACCEPT", "1");
        AuditedMetric metric = Metric(0, 1);
        BaselineVerdict[] verdicts = new BaselineVerdict[16];
        Parallel.For(0, verdicts.Length, i => verdicts[i] = metric.CompareWithBaseline(Wide, nameof(Writers_at_once_leave_one_whole_file_and_no_other)));
        Assert.All(verdicts, verdict => Assert.True(verdict.Holds));
        Assert.Equal([Stem + nameof(Writers_at_once_leave_one_whole_file_and_no_other) + ".verified.json"], _space.Files);
        Assert.Equal(15, verdicts.Count(verdict => verdict.Outcome == BaselineOutcome.Same));
    }

    [Fact]
    public void Scores_and_claims_have_baselines_too()
    {
        double[] members = [.. Enumerable.Range(0, 500).Select(i => i % 10 < 7 ? 1.0 + i : -i)];
        double[] others = [.. Enumerable.Range(0, 500).Select(i => i % 10 < 3 ? 1.0 + i : -i)];
        _space.With("PANAME_ACCEPT", "1");
        BaselineVerdict accepted = _space.Audits.Epsilon(ScoreSample.Create(members, others)).CompareWithBaseline();
        Assert.True(accepted.Holds, accepted.Message);
        _space.With("PANAME_ACCEPT", null).NewProcess();
        Assert.Equal(BaselineOutcome.Same, _space.Audits.Epsilon(ScoreSample.Create(members, others)).CompareWithBaseline().Outcome);
        _space.NewProcess();
        double[] stronger = Array.ConvertAll(members, score => Math.Abs(score) + 1000);
        Assert.Equal(BaselineOutcome.Worse, _space.Audits.Epsilon(ScoreSample.Create(stronger, others)).CompareWithBaseline().Outcome);
    }

    private AuditedMetric Metric(double leak, int seed) => _space.Audits.Auc(new NoisyModel(Data, leak, seed), Data);

    private BaselineVerdict Compare(double leak, int seed, [System.Runtime.CompilerServices.CallerMemberName] string? test = null) => Metric(leak, seed).CompareWithBaseline(Wide, test);

    private void Accept(double leak, int seed, [System.Runtime.CompilerServices.CallerMemberName] string? test = null)
    {
        _space.With("PANAME_ACCEPT", "1");
        BaselineVerdict verdict = Compare(leak, seed, test);
        Assert.True(verdict.Holds, verdict.Message);
        _space.With("PANAME_ACCEPT", null).NewProcess();
    }
}
