using Paname.Tests.Shared;

namespace Paname.Testing.Xunit.Tests.EndToEnd;

public sealed class WholeXunitHost
{
    internal HostRun Run { get; } = HostRun.Of("XunitHost");
}

/// <summary>The deliberately red xUnit suite in a real dotnet test process: exact counts, exact reasons.</summary>
public sealed class XunitHostTests(WholeXunitHost host) : IClassFixture<WholeXunitHost>
{
    private HostRun Run => host.Run;

    [Fact]
    public void Whole_suite_counts_exactly_and_exits_non_zero()
    {
        Assert.Equal((49, 64, 29, 25), (Run.Passed, Run.Failed, Run.Skipped, Run.NotApplicable));
        Assert.Equal(142, Run.Results.Count);
        Assert.NotEqual(0, Run.ExitCode);
    }

    [Theory]
    [InlineData("Quiet_rows_pass", 3, 0, 1)]
    [InlineData("Leaky_rows_fail", 1, 2, 1)]
    [InlineData("Asynchronous_rows_pass", 3, 0, 1)]
    [InlineData("Asynchronous_rows_fail", 1, 2, 1)]
    [InlineData("One_row_is_applicable", 1, 0, 3)]
    [InlineData("Inconclusive_rows_fail", 0, 3, 1)]
    [InlineData("Rows_never_judged_fail", 0, 3, 1)]
    [InlineData("Asynchronous_rows_never_judged_fail", 0, 3, 1)]
    [InlineData("Set_up_errors_fail", 0, 4, 0)]
    [InlineData("Skipped_by_hand", 0, 0, 4)]
    [InlineData("No_subject", 0, 1, 0)]
    [InlineData("Not_a_subject", 0, 1, 0)]
    [InlineData("Abstract_subject", 0, 1, 0)]
    [InlineData("No_parameter", 0, 1, 0)]
    [InlineData("Wrong_parameter", 0, 1, 0)]
    [InlineData("Synchronous_rows_time_out", 0, 4, 0)]
    [InlineData("Asynchronous_rows_time_out", 0, 4, 0)]
    [InlineData("Rows_in_time_pass", 3, 0, 1)]
    [InlineData("Seeded", 3, 0, 1)]
    [InlineData("Yes_or_no_has_no_tpr", 2, 0, 2)]
    [InlineData("Hooks_run", 3, 0, 1)]
    [InlineData("Each_record_is_scored_once", 1, 0, 0)]
    [InlineData("Epsilon_not_refuted_passes", 1, 0, 0)]
    [InlineData("Epsilon_refuted_fails", 0, 1, 0)]
    [InlineData("Standard_rows_pass", 7, 0, 1)]
    [InlineData("Standard_rows_fail", 1, 6, 1)]
    [InlineData("Rows_with_shadows_are_not_applicable", 4, 0, 4)]
    [InlineData("Standard_rows_never_judged_fail", 0, 7, 1)]
    [InlineData("Blocked_rows_fail", 0, 7, 1)]
    [InlineData("Rows_without_controls_pass", 7, 0, 1)]
    [InlineData("Rows_out_of_time_fail", 0, 8, 0)]
    [InlineData("Negative_time", 0, 1, 0)]
    [InlineData("No_such_tier", 0, 1, 0)]
    public void Method_counts_exactly(string method, int passed, int failed, int skipped)
    {
        IReadOnlyList<HostResult> results = Run.Of(method);
        Assert.Equal(
            (passed, failed, skipped),
            (results.Count(r => r.Outcome == "Passed"), results.Count(r => r.Outcome == "Failed"), results.Count(r => r.Outcome == "NotExecuted")));
    }

    [Fact]
    public void Rows_are_named_after_their_attacks()
        => Assert.Equal(
            ["Hosts.TheoryTests.Quiet_rows_pass(Correctness)", "Hosts.TheoryTests.Quiet_rows_pass(Entropy)", "Hosts.TheoryTests.Quiet_rows_pass(Loss)", "Hosts.TheoryTests.Quiet_rows_pass(ModifiedEntropy)"],
            Run.Of("Quiet_rows_pass").Select(result => result.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Failing_row_says_attack_bounds_limit_seed_and_replay()
    {
        string message = Run.Of("Leaky_rows_fail").Single(result => result.Row == "Loss").Message;
        Assert.StartsWith("Leak proven: membership inference reaches an AUC of at least 0.6 against synthetic.", message, StringComparison.Ordinal);
        Assert.Contains("one-sided 95 % bounds", message, StringComparison.Ordinal);
        Assert.Contains("Most exposed by Loss: member #", message, StringComparison.Ordinal);
        Assert.Contains("PANAME_SEED=1 dotnet test --filter \"FullyQualifiedName~Hosts.TheoryTests.Leaky_rows_fail\"", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Passing_row_prints_its_verdict_after_the_tests_own_output()
    {
        string output = Run.Of("Hooks_run").Single(result => result.Row == "Loss").StandardOutput;
        Assert.StartsWith("written by the test", output, StringComparison.Ordinal);
        Assert.Contains("Shown: an AUC below 0.6 for synthetic", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_row_prints_shadow_models_controls_and_how_the_attack_was_run()
    {
        string output = Run.Of("Standard_rows_pass").Single(result => result.Row == "LiRA").StandardOutput;
        Assert.Contains("attack set standard/1", output, StringComparison.Ordinal);
        Assert.Contains("  Shadow models: 8 shadow models made in memory.", output, StringComparison.Ordinal);
        Assert.Contains("  LiRA: online: 8 shadow models", output, StringComparison.Ordinal);
        Assert.Contains("Note: positive control: a planted leak", output, StringComparison.Ordinal);
        Assert.Contains("Note: blind baseline: without the model", output, StringComparison.Ordinal);
        Assert.Contains("Note: the controls were switched off", Run.Of("Rows_without_controls_pass").Single(result => result.Row == "LiRA").StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_of_the_audit_is_the_time_of_the_row()
        => Assert.All(Run.Of("Synchronous_rows_time_out"), result => Assert.InRange(result.Duration.TotalMilliseconds, 500, 10_000));

    [Theory]
    [InlineData("No_subject", "names no subject")]
    [InlineData("Not_a_subject", "does not derive from MembershipSubject")]
    [InlineData("Abstract_subject", "concrete class")]
    [InlineData("No_parameter", "exactly one parameter")]
    [InlineData("Wrong_parameter", "exactly one parameter")]
    [InlineData("Rows_never_judged_fail", "was never judged")]
    [InlineData("Synchronous_rows_time_out", "did not finish within the 600 ms")]
    [InlineData("Set_up_errors_fail", "no-such-train.csv")]
    [InlineData("Blocked_rows_fail", "inconclusive: shifted split:")]
    [InlineData("Standard_rows_never_judged_fail", "was never judged")]
    [InlineData("Rows_out_of_time_fail", "No attack of standard/1 gives the AUC of known, so nothing was shown: Loss the time budget of 0.000001 s was used up")]
    [InlineData("Negative_time", "sets TimeBudgetSeconds, which must be above 0")]
    [InlineData("No_such_tier", "names a tier that is none")]
    [InlineData("Epsilon_refuted_fails", "Refuted empirically: an epsilon of 1 for synthetic; Loss shows at least")]
    public void Misuse_names_the_mend(string method, string said)
        => Assert.All(Run.Of(method).Where(result => result.Outcome == "Failed"), result => Assert.Contains(said, result.Message, StringComparison.Ordinal));

    [Theory]
    [InlineData("Category=Privacy&FullyQualifiedName~Quiet_rows_pass", 4)]
    [InlineData("Attack=Loss&FullyQualifiedName~Quiet_rows_pass", 1)]
    [InlineData("Tier=Smoke&FullyQualifiedName~Quiet_rows_pass", 4)]
    [InlineData("Tier=Standard&FullyQualifiedName~rows_pass", 8)]
    public void Filters_select_rows(string filter, int expected)
    {
        HostRun filtered = HostRun.Of("XunitHost", filter);
        Assert.Equal(expected, filtered.Results.Count);
        Assert.Equal(0, filtered.ExitCode);
    }

    [Fact]
    public void Discovery_sets_nothing_up_and_a_run_does_once()
    {
        HostRun listing = HostRun.List("XunitHost");
        Assert.Contains("Hosts.TheoryTests.Quiet_rows_pass(Loss)", listing.Output, StringComparison.Ordinal);
        Assert.Empty(listing.SetUps);

        // Once for seed 1, which all but one theory of the suite has, and once for seed 5.
        Assert.Equal("set up\nset up\n", Run.SetUps);
    }

    [Fact]
    public void Seed_that_is_no_number_fails_every_row()
    {
        HostRun run = HostRun.Of("XunitHost", "FullyQualifiedName~Quiet_rows_pass", new Dictionary<string, string> { ["PANAME_SEED"] = "seven" });
        Assert.Equal((0, 4), (run.Passed, run.Failed));
        Assert.All(run.Results, result => Assert.Contains("PANAME_SEED is not a whole number", result.Message, StringComparison.Ordinal));
    }
}
