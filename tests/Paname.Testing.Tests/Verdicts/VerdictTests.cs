using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Verdicts;

/// <summary>What an audit says about a limit, case by case.</summary>
public sealed class VerdictTests
{
    private readonly Gate _gate = new();

    [Fact]
    public void Upper_bounds_below_the_limit_pass()
    {
        Verdict verdict = _gate.Judge(Synthetic.Data(2000, leak: 0), .55);
        Assert.Equal((VerdictOutcome.Pass, true), (verdict.Outcome, verdict.Holds));
        Assert.All(verdict.Attacks, attack => Assert.True(attack.Estimate!.Value.Upper < .55));
        Assert.StartsWith("Shown: an AUC below 0.55 for model.onnx, against the attacks that were run.", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Proven_leak_fails()
    {
        Verdict verdict = _gate.Judge(Synthetic.Data(1000, leak: 1), .55);
        Assert.Equal((VerdictOutcome.Fail, false), (verdict.Outcome, verdict.Holds));
        Assert.True(verdict.Attacks[0].AdjustedPValue < .05);
        Assert.Equal("Loss", verdict.Attacks[0].Attack);
    }

    [Fact]
    public void Bound_across_the_limit_is_inconclusive_and_says_how_many_records_settle_it()
    {
        Verdict verdict = _gate.Judge(Synthetic.Data(400, leak: .05), .55);
        Assert.Equal((VerdictOutcome.Inconclusive, false), (verdict.Outcome, verdict.Holds));
        Assert.Contains("records per side would settle it if the estimate is right", verdict.Message, StringComparison.Ordinal);
        Assert.StartsWith("Inconclusive: an AUC below 0.55 is not shown for model.onnx, and the burden of proof is on the model.", verdict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 20)]
    [InlineData(30, 181)]
    [InlineData(100, 181)]
    public void Too_few_records_are_inconclusive_and_say_how_many_are_needed(int perSide, int needed)
    {
        Verdict verdict = _gate.Judge(Synthetic.Data(perSide, leak: 0), .55);
        Assert.Equal(VerdictOutcome.Inconclusive, verdict.Outcome);
        Assert.Contains(needed.ToString(System.Globalization.CultureInfo.InvariantCulture), verdict.Attacks.Single(attack => attack.Attack == "Loss").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_records_for_a_verdict_prove_no_leak()
        => Assert.Equal(VerdictOutcome.Inconclusive, _gate.Judge(Synthetic.Data(40, leak: 3), .55).Outcome);

    [Fact]
    public void Too_little_power_to_pass_still_proves_a_gross_leak()
        => Assert.Equal(VerdictOutcome.Fail, _gate.Judge(Synthetic.Data(100, leak: 3), .55).Outcome);

    [Fact]
    public void Inverted_score_turns_pass_into_inconclusive()
    {
        // Non-members look like members: the files may be swapped.
        Verdict verdict = _gate.Judge(Synthetic.Data(1000, leak: -.5), .55);
        Assert.Equal(VerdictOutcome.Inconclusive, verdict.Outcome);
        Assert.Contains("inverted score", verdict.Attacks.Single(attack => attack.Attack == "Loss").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_labels_turn_pass_into_inconclusive_until_confirmed()
    {
        MembershipData data = Synthetic.Data(2000, leak: 0);
        Verdict alarmed = _gate.Judge(data, .55, sign: -1);
        Assert.Equal(VerdictOutcome.Inconclusive, alarmed.Outcome);
        Assert.Contains("label-map alarm", alarmed.Message, StringComparison.Ordinal);

        Verdict confirmed = _gate.Auc(Synthetic.Model(sign: -1), data, new AuditOptions { LabelMapConfirmed = true }).Judge(.55);
        Assert.Equal(VerdictOutcome.Pass, confirmed.Outcome);
    }

    [Theory]
    [InlineData(2000, 0, true)]
    [InlineData(60, 0, true)]
    [InlineData(1000, 1, false)]
    public void Leak_proven_fails_on_proof_only(int perSide, double leak, bool holds)
    {
        Verdict verdict = _gate.Judge(Synthetic.Data(perSide, leak), .55, Evidence.LeakProven);
        Assert.Equal(holds, verdict.Holds);
        Assert.Contains("Not evidence of safety", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Leak_not_proven_prints_the_refusal()
    {
        string message = _gate.Judge(Synthetic.Data(60, leak: 0), .55, Evidence.LeakProven).Message;
        Assert.StartsWith("Not proven: an AUC of at least 0.55 for model.onnx; nor is its absence.", message, StringComparison.Ordinal);
        Assert.Contains("181", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Point_estimate_compares_the_estimate_alone(double leak, bool holds)
    {
        Verdict verdict = _gate.Judge(Synthetic.Data(30, leak, seed: 3), .6, Evidence.PointEstimate);
        Assert.Equal(holds, verdict.Holds);
        Assert.StartsWith(holds ? "Estimated: an AUC below 0.6 for model.onnx" : "Estimated: an AUC of 0.6 or more for model.onnx", verdict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(.5)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Limit_out_of_range_is_refused(double limit)
        => Assert.Throws<ArgumentOutOfRangeException>(() => _gate.Judge(Synthetic.Data(60, leak: 0), limit));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Rate_out_of_range_is_refused_at_once(double fpr)
        => Assert.Throws<ArgumentOutOfRangeException>(() => _gate.Audits.TprAtFpr(Synthetic.Model(), Synthetic.Data(60, leak: 0), fpr));

    [Fact]
    public void Is_below_tells_the_sink_only_what_does_not_hold()
    {
        _gate.Auc(Synthetic.Model(), Synthetic.Data(2000, leak: 0)).IsBelow(.55);
        Assert.Empty(_gate.Failures);
        _gate.Auc(Synthetic.Model(), Synthetic.Data(1000, leak: 1)).IsBelow(.55);
        Assert.StartsWith("Leak proven: membership inference reaches an AUC of at least 0.55 against model.onnx.", Assert.Single(_gate.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Tpr_leaves_out_attacks_that_answer_yes_or_no()
    {
        AuditedMetric tpr = _gate.Audits.TprAtFpr(Synthetic.Model(), Synthetic.Data(2000, leak: 0), .01);
        Verdict verdict = tpr.Judge(.03);
        Assert.Equal(["Entropy", "Loss"], verdict.Attacks.Select(attack => attack.Attack).Order(StringComparer.Ordinal));
        Assert.Contains("Correctness                                             not applicable: a yes or no has no threshold", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ties_at_the_threshold_are_told_apart_from_too_few_records()
    {
        // Four records in five share the surest output: the bound counts them all.
        double[] losses = [.. Enumerable.Range(0, 4000).Select(i => i % 5 == 0 ? 1 + (i / 4000d) : 0)];
        bool[] member = [.. Enumerable.Range(0, 4000).Select(i => i < 2000)];
        Verdict verdict = _gate.Audits.TprAtFpr(PrecomputedPredictions.FromArrays(OutputKind.Losses, 1, losses, member, labels: null), .01).Judge(.03);
        Assert.Equal(VerdictOutcome.Inconclusive, verdict.Outcome);
        Assert.StartsWith("1,600 members share the score at the threshold", verdict.Attacks.Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_applicable_fails()
    {
        Verdict verdict = _gate.Audits.TprAtFpr(Synthetic.Model(OutputKind.LabelsOnly), Synthetic.Data(2000, leak: 0), .01).Judge(.03);
        Assert.Equal((VerdictOutcome.NotApplicable, false), (verdict.Outcome, verdict.Holds));
        Assert.StartsWith("No attack of smoke/1 gives the TPR at 1 % FPR of model.onnx, so nothing was shown: Loss needs logits or probabilities;", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Strongest_attack_and_all_others_are_told_with_bounds()
    {
        AuditedMetric auc = _gate.Auc(Synthetic.Model(), Synthetic.Data(1000, leak: 1));
        Assert.Equal("Loss", auc.Strongest.Attack);
        Assert.Equal(3, auc.Attacks.Count);
        Assert.All(auc.Attacks, attack => Assert.True(attack.Estimate.Lower < attack.Estimate.Value && attack.Estimate.Value < attack.Estimate.Upper));
        Assert.Equal(auc.Strongest.Estimate, auc.Audit.AucOf("Loss"));
        Assert.Throws<ArgumentException>(() => auc.Audit.AucOf("LiRA"));
    }
}
