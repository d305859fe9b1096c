using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Audits.Controls;

/// <summary>What controls mean for a verdict: a missed leak blocks Pass, a leak out of nothing and a shifted split block Pass and Fail, and all of it is said.</summary>
public sealed class ControlVerdictTests
{
    private static readonly AttackSet Loss = new("loss/1", [MembershipAttacks.Loss]);

    private readonly Gate _gate = new();

    [Fact]
    public void Sound_attack_on_a_sound_split_passes_and_says_what_the_controls_showed()
    {
        MembershipData data = Memorised.Data(1000);
        Verdict verdict = _gate.Auc(Memorised.Model(data, leak: 0), data, With(Loss)).Judge(.6);
        Assert.Equal(VerdictOutcome.Pass, verdict.Outcome);
        Assert.Matches(@"  Note: positive control: a planted leak with an AUC of 0\.561 was found by Loss\.", verdict.Message);
        Assert.Matches(@"  Note: null control: among non-members, .* nothing was found by Loss \(largest \|z\| \d\.\d, alarm beyond 3\.3\)\.", verdict.Message);
        Assert.Matches(@"  Note: blind baseline: without the model, .* on 500 and 500 held-out records; a shift of the split is not excluded up to 0\.5\d\d\.", verdict.Message);
    }

    [Fact]
    public void Leak_is_proven_under_controls_too()
    {
        MembershipData data = Memorised.Data(1000);
        Assert.Equal(VerdictOutcome.Fail, _gate.Auc(Memorised.Model(data, leak: 1), data, With(Loss)).Judge(.6).Outcome);
    }

    [Fact]
    public void Attack_that_misses_a_planted_leak_cannot_pass_but_others_of_the_audit_are_judged_as_before()
    {
        MembershipData data = Memorised.Data(1000);
        var blind = new FakeAttack("Blind") { OnScore = (observations, run) => new AttackScores(Noise(observations.Outputs.Count, run.Seed)) };
        Verdict verdict = _gate.Auc(Memorised.Model(data, leak: 0), data, With(new AttackSet("test/1", [MembershipAttacks.Loss, blind]))).Judge(.6);
        Assert.Equal(VerdictOutcome.Inconclusive, verdict.Outcome);
        Assert.StartsWith("positive control failed: Blind missed a planted leak with an AUC of 0.561", verdict.Attacks.Single(attack => attack.Attack == "Blind").Reason, StringComparison.Ordinal);
        Assert.Equal(VerdictOutcome.Pass, verdict.Attacks.Single(attack => attack.Attack == "Loss").Outcome);
    }

    [Fact]
    public void Missed_planted_leak_never_blocks_a_proof()
    {
        // Scores as Loss does the first time, and by chance ever after: the controls come after.
        MembershipData data = Memorised.Data(1000);
        IClassifier model = Memorised.Model(data, leak: 1);
        int runs = 0;
        var stubborn = new FakeAttack("Stubborn")
        {
            OnScore = (observations, run) => runs++ == 0 ? MembershipAttacks.Loss.Score(observations, run) : new AttackScores(Noise(observations.Outputs.Count, run.Seed)),
        };
        AuditedMetric auc = _gate.Auc(model, data, With(new AttackSet("test/1", [stubborn])));
        Assert.Contains(auc.Audit.Findings, finding => finding.Message.StartsWith("positive control failed", StringComparison.Ordinal));
        Assert.Equal(VerdictOutcome.Fail, auc.Judge(.6).Outcome);
    }

    [Fact]
    public void Attack_that_reads_the_flags_proves_nothing()
    {
        MembershipData data = Memorised.Data(1000);
        var cheat = new FakeAttack("Cheat") { OnScore = (observations, _) => new AttackScores([.. Enumerable.Range(0, observations.Outputs.Count).Select(i => i < observations.Members ? 1.0 + (i % 7) : i % 7)]) };
        IClassifier model = Memorised.Model(data, leak: 0);
        Verdict verdict = _gate.Auc(model, data, With(new AttackSet("test/1", [cheat]))).Judge(.6);
        Assert.Equal(VerdictOutcome.Inconclusive, verdict.Outcome);
        Assert.StartsWith("null control failed: Cheat tells non-members from others flagged as members at random", verdict.Attacks.Single().Reason, StringComparison.Ordinal);
        Assert.Equal(VerdictOutcome.Fail, _gate.Auc(model, data, With(new AttackSet("test/1", [cheat])) with { Controls = false }).Judge(.6).Outcome);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    public void Shifted_split_blocks_pass_and_fail(double leak)
    {
        MembershipData data = Memorised.Data(1000, shift: 1);
        AuditedMetric auc = _gate.Auc(Memorised.Model(data, leak), data, With(Loss));
        Verdict verdict = auc.Judge(.6);
        Assert.Equal(VerdictOutcome.Inconclusive, verdict.Outcome);
        Assert.StartsWith("shifted split: without the model, inputs and labels alone tell members from non-members", verdict.Attacks.Single().Reason, StringComparison.Ordinal);
        Assert.Equal(leak == 0 ? VerdictOutcome.Pass : VerdictOutcome.Fail, _gate.Auc(Memorised.Model(data, leak), data, With(Loss) with { Controls = false }).Judge(.6).Outcome);
        Assert.True(auc.Judge(.6, Evidence.LeakProven).Holds);
    }

    [Fact]
    public void Controls_that_are_off_are_said_to_be()
    {
        MembershipData data = Memorised.Data(1000);
        string message = _gate.Auc(Memorised.Model(data, leak: 0), data, With(Loss) with { Controls = false }).Judge(.6).Message;
        Assert.Contains("Note: the controls were switched off:", message, StringComparison.Ordinal);
        Assert.DoesNotContain("blind baseline", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tiers_decide_unless_told_otherwise()
    {
        Assert.Null(AuditPlan.Of(new AuditOptions(), null).Controls);
        Assert.True(AuditPlan.Of(new AuditOptions { Tier = AttackTier.Standard }, null).Controls);
        Assert.True(AuditPlan.Of(new AuditOptions { Tier = AttackTier.Thorough }, null).Controls);
        Assert.True(AuditPlan.Of(new AuditOptions { Controls = true }, null).Controls);
        Assert.False(AuditPlan.Of(new AuditOptions { Tier = AttackTier.Standard, Controls = false }, null).Controls);
        Assert.Equal(["smoke/1", "standard/1", "thorough/1"], Enum.GetValues<AttackTier>().Select(tier => AttackSet.Of(tier).Name));
    }

    [Fact]
    public void Recorded_predictions_have_a_positive_control_and_no_blind_baseline()
    {
        double[] losses = [.. Enumerable.Range(0, 2000).Select(i => (i * 37 % 400) / 100d)];
        bool[] member = [.. Enumerable.Range(0, 2000).Select(i => i % 2 == 0)];
        string message = _gate.Audits.Auc(PrecomputedPredictions.FromArrays(OutputKind.Losses, 1, losses, member, labels: null), With(Loss)).Judge(.6).Message;
        Assert.Contains("Note: blind baseline not run: predictions carry no features.", message, StringComparison.Ordinal);
        Assert.Contains("was found by Loss", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Controls_that_no_longer_fit_are_listed()
    {
        MembershipData data = Memorised.Data(1000);
        var clock = new ManualClock();
        var slow = new FakeAttack("Slow")
        {
            OnScore = (observations, run) =>
            {
                AttackScores found = MembershipAttacks.Loss.Score(observations, run);
                clock.Advance(20);
                return found;
            },
        };
        Verdict verdict = _gate.Auc(Memorised.Model(data, leak: 0), data, With(new AttackSet("test/1", [slow])) with { TimeBudget = TimeSpan.FromSeconds(10), Clock = clock }).Judge(.6);
        Assert.Equal(1, slow.Runs);
        Assert.Contains("Note: positive control not run for Slow: the time budget of 10 s was used up.", verdict.Message, StringComparison.Ordinal);
        Assert.Contains("Note: null control not run for Slow: the time budget of 10 s was used up.", verdict.Message, StringComparison.Ordinal);
        Assert.Contains("Note: blind baseline not run: the time budget of 10 s was used up.", verdict.Message, StringComparison.Ordinal);
    }

    private static AuditOptions With(AttackSet set) => new() { Set = set, Controls = true };

    private static double[] Noise(int count, int seed)
    {
        var random = new MathNet.Numerics.Random.MersenneTwister(seed + count);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
    }
}
