using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Audits;

/// <summary>What no longer fits is named, never dropped: decided in the order of the set, before its scores are seen.</summary>
public sealed class TimeBudgetTests
{
    private readonly Gate _gate = new();
    private readonly ManualClock _clock = new();
    private readonly MembershipData _data = Synthetic.Data(1000, leak: .25, seed: 4);

    [Fact]
    public void Attacks_beyond_the_budget_are_listed_and_count_in_holms_correction()
    {
        var last = new FakeAttack("Last");
        var set = new AttackSet("test/1", [Taking("First", 4), Taking("Second", 7), last]);
        AuditedMetric auc = Audit(set, seconds: 10);
        Assert.Equal(["First"], auc.Audit.Applicable.Select(attack => attack.Name));
        Assert.Equal([null, "the time budget of 10 s was used up", "the time budget of 10 s was used up"], auc.Audit.Attacks.Select(attack => attack.NotRun));
        Assert.Equal(0, last.Runs);
        Assert.Equal(3, auc.Audit.Planned.Count);

        // Proven at the level divided by three, though one attack ran.
        ScoreSample first = auc.Audit.Applicable.Single().Sample!;
        double proven = Auc.Estimate(first, .05 / 3).Lower;
        Assert.Equal(VerdictOutcome.Fail, auc.Judge(proven - 1e-4).Outcome);
        Assert.NotEqual(VerdictOutcome.Fail, auc.Judge(proven + 1e-4).Outcome);
        Assert.Equal(3, auc.Strongest.ChosenAmong);
    }

    [Fact]
    public void Message_says_what_was_not_run_and_a_pass_speaks_of_the_others()
    {
        var set = new AttackSet("test/1", [Taking("First", 4), Taking("Second", 7), new FakeAttack("Third")]);
        Verdict verdict = Audit(set, seconds: 10).Judge(.7);
        Assert.Equal(VerdictOutcome.Pass, verdict.Outcome);
        Assert.Contains("against the attacks that were run", verdict.Message, StringComparison.Ordinal);
        Assert.Contains("not run: the time budget of 10 s was used up", verdict.Message, StringComparison.Ordinal);
        Assert.Contains("  Not run: Second, Third, since the time budget of 10 s was used up. Nothing is shown about them;", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shadow_models_get_three_quarters_of_what_is_left()
    {
        var shadows = new FakeShadows();
        var model = new CountingClassifier(Attacks.Targets.OutputKind.Logits, 1) { OnScore = () => _clock.Advance(1) };
        var set = new AttackSet("test/1", [new FakeAttack("Shadowed") { Needs = FakeAttack.NeedsShadows }]);
        _gate.Audits.Auc(new MembershipSetup(model, _data) { Shadows = shadows }, Options(set, 10)).Judge(.7);
        Assert.Equal(6, Assert.Single(shadows.Requests).Budget!.Value.TotalSeconds, 6);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Attacks_whose_shadow_models_did_not_fit_are_not_run(bool beforeTraining)
    {
        var shadows = new FakeShadows { OnObserve = _ => _clock.Advance(20) };
        var model = new CountingClassifier(Attacks.Targets.OutputKind.Logits, 1) { OnScore = () => _clock.Advance(beforeTraining ? 20 : 0) };
        var set = new AttackSet("test/1", [new FakeAttack("Shadowed") { Needs = FakeAttack.NeedsShadows }, new FakeAttack("White") { Needs = FakeAttack.NeedsGradients }]);
        MembershipInferenceVerdict(_gate.Audits.Auc(new MembershipSetup(model, _data) { Shadows = shadows }, Options(set, 10)));
        Assert.Equal(beforeTraining ? 0 : 1, shadows.Requests.Count);

        static void MembershipInferenceVerdict(AuditedMetric auc)
        {
            Assert.Equal("the time budget of 10 s was used up", auc.Audit.Attacks[0].NotRun);
            Assert.Equal("needs gradients", auc.Audit.Attacks[1].NotApplicable);
            Verdict verdict = auc.Judge(.7);
            Assert.Equal((VerdictOutcome.NotApplicable, false), (verdict.Outcome, verdict.Holds));
            Assert.Contains("so nothing was shown: Shadowed the time budget of 10 s was used up; White needs gradients.", verdict.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Callers_own_cancellation_stays_one()
    {
        using var source = new CancellationTokenSource();
        var set = new AttackSet("test/1", [new FakeAttack("First")
        {
            OnScore = (_, run) =>
            {
                source.Cancel();
                run.CancellationToken.ThrowIfCancellationRequested();
                return null!;
            },
        }]);
        Assert.ThrowsAny<OperationCanceledException>(() => _gate.Auc(Synthetic.Model(), _data, Options(set, 10) with { CancellationToken = source.Token }).Audit);
    }

    [Fact]
    public void Row_that_was_left_out_is_skipped_with_the_reason_and_the_others_are_judged()
    {
        var set = new AttackSet("test/1", [Taking("First", 20), new FakeAttack("Second") { OnScore = MembershipAttacks.Entropy.Score }]);
        MembershipInferenceResult first = _gate.Audits.Row(typeof(Subject), "First", Options(new AttackSet("test/2", [new FakeAttack("Second"), Taking("First", 20)]), 10));
        Assert.Equal("not run: the time budget of 10 s was used up", first.SkipMessage);
        first.Auc.IsBelow(.7);
        Assert.False(first.WasJudged);

        MembershipInferenceResult second = _gate.Audits.Row(typeof(Subject), "Second", Options(set, 10));
        Assert.Null(second.SkipMessage);
        second.Auc.IsBelow(.7);
        Assert.Equal("No attack of test/1 gives", _gate.Failures.Single()[..25]);
    }

    [Fact]
    public void Budget_is_positive() => Assert.Throws<ArgumentOutOfRangeException>(() => new AuditOptions { TimeBudget = TimeSpan.Zero });

    private FakeAttack Taking(string name, double seconds) => new(name)
    {
        OnScore = (observations, run) =>
        {
            _clock.Advance(seconds);
            run.CancellationToken.ThrowIfCancellationRequested();
            return MembershipAttacks.Loss.Score(observations, run);
        },
    };

    private AuditedMetric Audit(AttackSet set, double seconds) => _gate.Auc(Synthetic.Model(), _data, Options(set, seconds));

    private AuditOptions Options(AttackSet set, double seconds) => new() { Set = set, TimeBudget = TimeSpan.FromSeconds(seconds), Clock = _clock };

    public sealed class Subject : MembershipSubject
    {
        protected override MembershipSetup SetUp(AuditContext context) => new(Synthetic.Model(), Synthetic.Data(1000, leak: 0, seed: 41));
    }
}
