using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Baselines.Storing;

/// <summary>Rows of a theory share one baseline of the whole audit, and each answers for its own attack.</summary>
public sealed class BaselineRowTests : IDisposable
{
    private const string File = "BaselineRowTests.Rows";

    private static readonly BaselineOptions Wide = new() { Margin = .1 };

    private readonly BaselineSpace _space = new();

    public void Dispose() => _space.Dispose();

    [Fact]
    public void First_row_accepts_for_all_and_every_row_meets_it()
    {
        _space.With("PANAME_ACCEPT", "1");
        Assert.Contains("  Accepted: ", Rows<Quiet>("Loss").Message, StringComparison.Ordinal);
        Assert.Equal([File + ".verified.json"], _space.Files);
        string stored = _space.Read(File + ".verified.json");
        Assert.Equal(BaselineOutcome.Same, Rows<Quiet>("Entropy").Outcome);
        Assert.Equal(BaselineOutcome.Same, Rows<Quiet>("Correctness").Outcome);
        Assert.Equal(stored, _space.Read(File + ".verified.json"));
        Assert.Equal(["Correctness auc", "Entropy auc", "Loss auc"], _space.Verified(File).Metrics.Where(metric => metric.Value.Gated).Select(metric => metric.Key));
    }

    [Fact]
    public void Row_answers_for_its_own_attack_and_keeps_the_file_of_all()
    {
        _space.With("PANAME_ACCEPT", "1");
        Rows<Quiet>("Loss");
        _space.With("PANAME_ACCEPT", null).NewProcess();
        BaselineVerdict loss = Rows<MoreSure>("Loss");
        Assert.Equal((BaselineOutcome.Worse, false), (loss.Outcome, loss.Holds));
        string received = _space.Read(File + ".received.json");
        BaselineVerdict correctness = Rows<MoreSure>("Correctness");
        Assert.Equal((BaselineOutcome.Same, true), (correctness.Outcome, correctness.Holds));
        Assert.StartsWith("Same for Correctness. All attacks of the audit together:", correctness.Message, StringComparison.Ordinal);
        Assert.Equal(received, _space.Read(File + ".received.json"));
    }

    [Fact]
    public void Comparison_counts_as_judged_and_a_metric_the_attack_lacks_does_not()
    {
        _space.With("PANAME_ACCEPT", "1");
        MembershipInferenceResult row = Row<Quiet>("Loss");
        row.CompareWithBaseline(Wide, nameof(Rows));
        Assert.True(row.WasJudged);
        Assert.Contains("  Accepted: ", row.LastMessage, StringComparison.Ordinal);
        _space.NewProcess();
        row = Row<Quiet>("Correctness");
        BaselineVerdict rate = row.TprAt(.1).CompareWithBaseline(Wide with { Variant = "rate" }, nameof(Rows));
        Assert.Equal((null, true), (rate.Outcome, rate.Holds));
        Assert.False(row.WasJudged);
        Assert.StartsWith("a yes or no has no threshold", row.NotApplicable, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_becomes_a_run_with_rates_shown_unless_they_are_gated()
    {
        MembershipAuditResult audit = Row<Quiet>("Loss").Audit;
        Baseline run = Baseline.FromAudit(audit, "Some.Test", new BaselineOptions { GatedTprAt = [.1, .01], Margin = .2 });
        Assert.Equal(
            ["Correctness auc", "Entropy auc", "Entropy tpr@0.001", "Entropy tpr@0.01", "Entropy tpr@0.1", "Loss auc", "Loss tpr@0.001", "Loss tpr@0.01", "Loss tpr@0.1"],
            run.Metrics.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((false, true, true), (run.Metrics["Loss tpr@0.001"].Gated, run.Metrics["Loss tpr@0.01"].Gated, run.Metrics["Loss tpr@0.1"].Gated));
        Assert.Equal((audit.AucOf("Loss").Value, audit.AucOf("Loss").Lower, 1000), (run.Metrics["Loss auc"].Estimate, run.Metrics["Loss auc"].Lower, run.Metrics["Loss auc"].Members));
        Assert.Equal("ranks records as Loss does when there are two classes", run.NotApplicable["ModifiedEntropy"]);
        Assert.Equal(("Some.Test", .2, "smoke/1"), (run.Test, run.Margin, run.Subject.AttackSet));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BaselineOptions { GatedTprAt = [1] });
    }

    private MembershipInferenceResult Row<T>(string attack) => _space.Audits.Row(typeof(T), attack, test: $"{typeof(BaselineRowTests).FullName}.{nameof(Rows)}");

    private BaselineVerdict Rows<T>(string attack) => Row<T>(attack).CompareWithBaseline(Wide);

    /// <summary>The same answers for members and non-members.</summary>
    public class Quiet : MembershipSubject
    {
        private static readonly MembershipData Data = Memorised.Data(1000);

        protected virtual double Surer => 1;

        protected override MembershipSetup SetUp(AuditContext context)
        {
            IClassifier inner = Memorised.Model(Data, leak: 0);
            HashSet<double> members = [.. Synthetic.Margins(Data)];
            double factor = Surer;
            return new(
                new DelegateClassifier(
                    OutputKind.Logits,
                    2,
                    (batch, outputs) =>
                    {
                        inner.Score(batch, outputs, CancellationToken.None);
                        ReadOnlySpan<double> features = batch.Values((RecordField<double>)batch.Records.Fields[0]).Span;
                        for (int i = 0; i < 2 * batch.Count; i++)
                        {
                            outputs[i] *= members.Contains(features[i / 2]) ? factor : 1;
                        }
                    },
                    "rows"),
                Data);
        }
    }

    /// <summary>Right as often, but surer of members.</summary>
    public sealed class MoreSure : Quiet
    {
        protected override double Surer => 3;
    }
}
