using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Audits;

/// <summary>Shadow models unlike the target are said to be: where they are another kind of model, attacks with them cannot pass, yet what they prove is proven.</summary>
public sealed class ShadowFitTests
{
    private static readonly AttackSet Set = new("test/1", [MembershipAttacks.Loss, new FakeAttack("Shadowed") { Needs = FakeAttack.NeedsShadows }]);

    private readonly Gate _gate = new();

    [Fact]
    public void Like_models_are_not_mentioned()
    {
        Verdict verdict = Judge(new FakeShadows(), leak: 0);
        Assert.Equal(VerdictOutcome.Pass, verdict.Outcome);
        Assert.DoesNotContain("fits its records", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_losses_alone_are_a_note()
    {
        // The target's loss is ln 2 on each record, theirs ln(1 + e^-2): a factor of 5.5, and nothing is known of their accuracy.
        Verdict verdict = Judge(new FakeShadows { Signal = 2 }, leak: 0);
        Assert.Equal(VerdictOutcome.Pass, verdict.Outcome);
        Assert.Contains("Note: the target fits its records otherwise than its 4 shadow models, so attacks with them may be weaker than they could be: mean loss on training records 0.693, theirs 0.127", verdict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, VerdictOutcome.Inconclusive)]
    [InlineData(1, VerdictOutcome.Fail)]
    public void Another_kind_of_model_keeps_attacks_with_shadows_from_passing_and_not_from_failing(double leak, VerdictOutcome outcome)
    {
        // Shadow models that are always wrong.
        var wrong = new FakeShadows { Outputs = request => [.. Enumerable.Range(0, 4).Select(_ => new TargetOutputs(OutputKind.Logits, 2, Wrong(request.Labels)))] };
        Verdict verdict = Judge(wrong, leak);
        AttackVerdict shadowed = verdict.Attacks.Single(attack => attack.Attack == "Shadowed");
        Assert.Equal(outcome, shadowed.Outcome);
        Assert.Equal(leak == 0 ? VerdictOutcome.Pass : VerdictOutcome.Fail, verdict.Attacks.Single(attack => attack.Attack == "Loss").Outcome);
        const string Note = "the target fits its records otherwise than its 4 shadow models, so attacks with them that find nothing show nothing (a leak that they prove stands): accuracy on training records";
        Assert.Contains($"  Note: {Note}", verdict.Message, StringComparison.Ordinal);
        Assert.Equal(leak == 0, shadowed.Reason?.StartsWith(Note, StringComparison.Ordinal) == true);
        Assert.Equal(leak == 0, Judge(wrong, leak, Evidence.LeakProven).Holds);
    }

    [Fact]
    public void Notes_of_the_source_are_printed()
        => Assert.Contains("  Note: 2 of 4 shadow models: the time budget of 9 s was used up.", Judge(new FakeShadows { Notes = ["2 of 4 shadow models: the time budget of 9 s was used up"] }, leak: 0).Message, StringComparison.Ordinal);

    private static double[] Wrong(IReadOnlyList<int> labels) => [.. labels.SelectMany(label => label == 0 ? new[] { 0.0, 3 } : [3.0, 0])];

    private Verdict Judge(FakeShadows shadows, double leak, Evidence evidence = Evidence.UpperBound)
        => _gate.Audits.Auc(new MembershipSetup(Synthetic.Model(), Synthetic.Data(1000, leak)) { Shadows = shadows }, new AuditOptions { Set = Set }).Judge(.6, evidence);
}
