using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Verdicts;

/// <summary>A model may keep the average record hidden and give one class away.</summary>
public sealed class SlicedMetricTests
{
    private readonly Gate _gate = new();

    [Fact]
    public void Leak_of_one_class_is_proven_though_all_classes_together_pass()
    {
        AuditedMetric auc = _gate.Auc(Synthetic.Model(), Data(1000, leakOfClass1: 1).WithClassNames("good", "bad"));
        Assert.Equal(VerdictOutcome.Pass, auc.Judge(.7).Outcome);
        Verdict verdict = auc.PerClass().Judge(.7);
        Assert.Equal((VerdictOutcome.Fail, false), (verdict.Outcome, verdict.Holds));
        Assert.Equal(
            [("Loss on bad", VerdictOutcome.Fail), ("Loss on good", VerdictOutcome.Pass)],
            verdict.Attacks.Where(attack => attack.Attack.StartsWith("Loss", StringComparison.Ordinal)).Select(attack => (attack.Attack, attack.Outcome)));
        Assert.StartsWith("Leak proven: membership inference reaches an AUC of at least 0.7 on a class, against model.onnx.", verdict.Message, StringComparison.Ordinal);
        Assert.Contains("  Worst: bad under Loss was chosen for the highest AUC of 6", verdict.Message, StringComparison.Ordinal);
        Assert.Contains("Holm's correction over the 6 attacks and classes", verdict.Message, StringComparison.Ordinal);

        auc.PerClass().IsBelow(.7);
        Assert.Single(_gate.Failures);
    }

    [Fact]
    public void Quiet_classes_pass_together()
    {
        AuditedMetric auc = _gate.Auc(Synthetic.Model(), Data(4000, leakOfClass1: 0));
        Assert.Equal(VerdictOutcome.Pass, auc.PerClass().Judge(.6).Outcome);
        SliceFindings findings = auc.PerClass().At(.6)!;
        Assert.Equal(["class 0", "class 1"], findings.Results.Select(result => result.Slice).Distinct());
        Assert.All(findings.Results, result => Assert.Equal((2000, 2000), (result.Members, result.NonMembers)));
    }

    [Fact]
    public void Small_classes_are_inconclusive_with_the_number_they_need()
    {
        Verdict verdict = _gate.Auc(Synthetic.Model(), Data(300, leakOfClass1: 0)).PerClass().Judge(.55);
        Assert.Equal(VerdictOutcome.Inconclusive, verdict.Outcome);
        Assert.Contains("181 of each are needed", verdict.Attacks.First(attack => attack.Attack.StartsWith("Loss", StringComparison.Ordinal)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_of_the_audit_block_classes_too()
    {
        Verdict verdict = _gate.Auc(Synthetic.Model(), Data(4000, leakOfClass1: 1), new AuditOptions { Controls = true }).PerClass().Judge(.6);
        Assert.Equal(VerdictOutcome.Inconclusive, verdict.Outcome);
        Assert.Contains(verdict.Attacks, attack => attack.Reason?.StartsWith("shifted split", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Unknown_classes_fail()
    {
        double[] losses = [.. Enumerable.Range(0, 400).Select(i => (i * 37 % 400) / 100d)];
        bool[] member = [.. Enumerable.Range(0, 400).Select(i => i < 200)];
        Verdict verdict = _gate.Audits.Auc(PrecomputedPredictions.FromArrays(OutputKind.Losses, 1, losses, member, labels: null)).PerClass().Judge(.6);
        Assert.Equal((VerdictOutcome.NotApplicable, false), (verdict.Outcome, verdict.Holds));
    }

    private static MembershipData Data(int perSide, double leakOfClass1)
    {
        var random = new MersenneTwister(5);
        double[] Margins(double leak) => [.. Enumerable.Range(0, perSide).Select(i => Normal.Sample(random, 1 + (i % 2 == 1 ? leak : 0), 1))];
        int[] labels = [.. Enumerable.Range(0, perSide).Select(i => i % 2)];
        return MembershipData.FromArrays<double>(Margins(leakOfClass1), labels, Margins(0), labels, [1]);
    }
}
