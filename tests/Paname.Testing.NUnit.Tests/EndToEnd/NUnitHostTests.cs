using NUnit.Framework;
using Paname.Tests.Shared;

namespace Paname.Testing.NUnit.Tests.EndToEnd;

/// <summary>The deliberately red NUnit suite in a real dotnet test process: exact counts, exact reasons.</summary>
[TestFixture]
public sealed class NUnitHostTests
{
    private HostRun _run = null!;

    [OneTimeSetUp]
    public void RunHost() => _run = HostRun.Of("NUnitHost");

    [Test]
    public void Whole_suite_counts_exactly_and_exits_non_zero()
    {
        Assert.That((_run.Passed, _run.Failed, _run.Skipped, _run.NotApplicable), Is.EqualTo((50, 59, 28, 24)));
        Assert.That(_run.Results, Has.Count.EqualTo(137));
        Assert.That(_run.ExitCode, Is.Not.Zero);
    }

    [TestCase("Quiet_rows_pass", 3, 0, 1)]
    [TestCase("Leaky_rows_fail", 1, 2, 1)]
    [TestCase("Asynchronous_rows_pass", 3, 0, 1)]
    [TestCase("Asynchronous_rows_fail", 1, 2, 1)]
    [TestCase("One_row_is_applicable", 1, 0, 3)]
    [TestCase("Inconclusive_rows_fail", 0, 3, 1)]
    [TestCase("Rows_never_judged_fail", 0, 3, 1)]
    [TestCase("Set_up_errors_fail", 0, 4, 0)]
    [TestCase("Ignored_by_hand", 0, 0, 4)]
    [TestCase("Retried_rows_pass", 3, 0, 1)]
    [TestCase("No_subject", 0, 1, 0)]
    [TestCase("Not_a_subject", 0, 1, 0)]
    [TestCase("Abstract_subject", 0, 1, 0)]
    [TestCase("No_parameter", 0, 1, 0)]
    [TestCase("Wrong_parameter", 0, 1, 0)]
    [TestCase("Rows_are_cancelled", 0, 4, 0)]
    [TestCase("Rows_in_time_pass", 3, 0, 1)]
    [TestCase("Seeded", 3, 0, 1)]
    [TestCase("Yes_or_no_has_no_tpr", 2, 0, 2)]
    [TestCase("Hooks_run", 3, 0, 1)]
    [TestCase("Negated_constraint_passes", 1, 0, 0)]
    [TestCase("Epsilon_not_refuted_passes", 1, 0, 0)]
    [TestCase("Epsilon_refuted_fails", 0, 1, 0)]
    [TestCase("Standard_rows_pass", 7, 0, 1)]
    [TestCase("Standard_rows_fail", 1, 6, 1)]
    [TestCase("Rows_with_shadows_are_not_applicable", 4, 0, 4)]
    [TestCase("Standard_rows_never_judged_fail", 0, 7, 1)]
    [TestCase("Blocked_rows_fail", 0, 7, 1)]
    [TestCase("Rows_without_controls_pass", 7, 0, 1)]
    [TestCase("Rows_out_of_time_fail", 0, 8, 0)]
    [TestCase("Negative_time", 0, 1, 0)]
    [TestCase("No_such_tier", 0, 1, 0)]
    public void Method_counts_exactly(string method, int passed, int failed, int skipped)
    {
        IReadOnlyList<HostResult> results = _run.Of(method);
        Assert.That(
            (results.Count(r => r.Outcome == "Passed"), results.Count(r => r.Outcome == "Failed"), results.Count(r => r.Outcome == "NotExecuted")),
            Is.EqualTo((passed, failed, skipped)));
    }

    [Test]
    public void Assert_multiple_collects_both_failures()
    {
        string message = _run.Of("Multiple_collects_both_failures").Single().Message;
        Assert.That(message, Does.Contain("reaches an AUC of at least 0.6"));
        Assert.That(message, Does.Contain("reaches a TPR at 10 % FPR of at least 0.2"));
    }

    [Test]
    public void Constraint_fails_with_the_verdict()
        => Assert.That(_run.Of("Constraint_fails").Single().Message, Does.Contain("Leak proven: membership inference reaches an AUC of at least 0.6"));

    [Test]
    public void Passing_row_prints_its_verdict()
        => Assert.That(
            _run.Of("Hooks_run").Single(result => result.Row == "Loss").StandardOutput,
            Does.Contain("written by the test").And.Contain("Shown: an AUC below 0.6 for synthetic"));

    [Test]
    public void Standard_row_prints_shadow_models_controls_and_how_the_attack_was_run()
    {
        Assert.That(
            _run.Of("Standard_rows_pass").Single(result => result.Row == "LiRA").StandardOutput,
            Does.Contain("attack set standard/1").And.Contain("  Shadow models: 8 shadow models made in memory.").And.Contain("  LiRA: online: 8 shadow models")
                .And.Contain("Note: positive control: a planted leak").And.Contain("Note: blind baseline: without the model"));
        Assert.That(_run.Of("Rows_without_controls_pass").Single(result => result.Row == "LiRA").StandardOutput, Does.Contain("Note: the controls were switched off"));
    }

    [TestCase("No_subject", "names no subject")]
    [TestCase("Not_a_subject", "does not derive from MembershipSubject")]
    [TestCase("Abstract_subject", "concrete class")]
    [TestCase("No_parameter", "exactly one parameter")]
    [TestCase("Wrong_parameter", "exactly one parameter")]
    [TestCase("Rows_never_judged_fail", "was never judged")]
    [TestCase("Set_up_errors_fail", "no-such-train.csv")]
    [TestCase("Blocked_rows_fail", "inconclusive: shifted split:")]
    [TestCase("Standard_rows_never_judged_fail", "was never judged")]
    [TestCase("Rows_out_of_time_fail", "No attack of standard/1 gives the AUC of known, so nothing was shown: Loss the time budget of 0.000001 s was used up")]
    [TestCase("Negative_time", "sets TimeBudgetSeconds, which must be above 0")]
    [TestCase("No_such_tier", "names a tier that is none")]
    [TestCase("Epsilon_refuted_fails", "Refuted empirically: an epsilon of 1 for synthetic; Loss shows at least")]
    public void Misuse_names_the_mend(string method, string said)
    {
        foreach (HostResult result in _run.Of(method).Where(result => result.Outcome == "Failed"))
        {
            Assert.That(result.Message, Does.Contain(said));
        }
    }

    [TestCase("Category=Privacy&FullyQualifiedName~Quiet_rows_pass", 4)]
    [TestCase("Attack=Loss&FullyQualifiedName~Quiet_rows_pass", 1)]
    [TestCase("Tier=Smoke&FullyQualifiedName~Quiet_rows_pass", 4)]
    [TestCase("Tier=Standard&FullyQualifiedName~rows_pass", 8)]
    public void Filters_select_rows(string filter, int expected)
    {
        HostRun filtered = HostRun.Of("NUnitHost", filter);
        Assert.That(filtered.Results, Has.Count.EqualTo(expected));
        Assert.That(filtered.ExitCode, Is.Zero);
    }

    [Test]
    public void Discovery_sets_nothing_up_and_a_run_does_once()
    {
        HostRun listing = HostRun.List("NUnitHost");
        Assert.That(listing.Output, Does.Contain("Quiet_rows_pass(Loss)"));
        Assert.That(listing.SetUps, Is.Empty);

        // Once for seed 1, which all but one theory of the suite has, and once for seed 5.
        Assert.That(_run.SetUps, Is.EqualTo("set up\nset up\n"));
    }

    [Test]
    public void Seed_that_is_no_number_fails_every_row()
    {
        HostRun run = HostRun.Of("NUnitHost", "FullyQualifiedName~Quiet_rows_pass", new Dictionary<string, string> { ["PANAME_SEED"] = "seven" });
        Assert.That((run.Passed, run.Failed), Is.EqualTo((0, 4)));
        Assert.That(run.Results.Select(result => result.Message), Has.All.Contains("PANAME_SEED is not a whole number"));
    }
}
