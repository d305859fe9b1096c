using Paname.Attacks.Data;
using Paname.Attacks.Metrics;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Baselines.Receiving;

/// <summary>The previous model is attacked in the same run: paired standard errors where it is the baseline's model on the same records, and the reason where it is not.</summary>
public sealed class PreviousModelTests : IDisposable
{
    private static readonly MembershipData Data = Memorised.Data(1000);
    private static readonly BaselineOptions Wide = new() { Margin = .1 };

    private readonly BaselineSpace _space = new();

    public void Dispose() => _space.Dispose();

    [Fact]
    public void Paired_error_is_that_of_the_paired_comparison_of_both_models()
    {
        BaselineMetricComparison loss = Compared(previous: new NoisyModel(Data, 0, 1), out BaselineVerdict verdict);
        (double[] members, double[] others) = Losses(new NoisyModel(Data, 0, 2));
        (double[] oldMembers, double[] oldOthers) = Losses(new NoisyModel(Data, 0, 1));
        PairedAucComparison expected = PairedDeLong.Compare(members, others, oldMembers, oldOthers);
        Assert.Equal(Math.Sqrt(expected.Variance), loss.Received!.PairedStandardError!.Value, 1e-12);
        Assert.Equal(expected.SecondAuc, loss.Verified!.Estimate, 1e-12);
        Assert.True(loss.Received.PairedStandardError < .5 * loss.Received.StandardError, "the models give nearly the same answers");
        Assert.Contains("  Note: paired comparison of Loss, Entropy, Correctness: the previous model model-1.onnx was attacked in this run on the same records.", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Paired_comparison_sees_what_an_unpaired_one_does_not()
    {
        Accept();
        Assert.NotEqual(BaselineOutcome.Worse, Judge(new NoisyModel(Data, .08, 2), previous: null).Outcome);
        _space.NewProcess();
        Assert.Equal(BaselineOutcome.Worse, Judge(new NoisyModel(Data, .08, 2), new NoisyModel(Data, 0, 1)).Outcome);
    }

    [Fact]
    public void Another_previous_model_is_said_and_not_used()
    {
        BaselineMetricComparison loss = Compared(previous: new NoisyModel(Data, 0, 9), out BaselineVerdict verdict);
        Assert.Null(loss.Received!.PairedStandardError);
        Assert.Contains("  Note: unpaired comparison, which sees less: the previous model given, model-9.onnx, is not the one the baseline was accepted with.", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Delegate_cannot_be_the_previous_model()
    {
        BaselineMetricComparison loss = Compared(previous: Memorised.Model(Data, 0), out BaselineVerdict verdict);
        Assert.Null(loss.Received!.PairedStandardError);
        Assert.Contains("is not the one the baseline was accepted with", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Edited_baseline_is_not_paired_with()
    {
        Accept();
        const string File = "PreviousModelTests.Accept.verified.json";
        _space.Write(File, Edited(_space.Verified("PreviousModelTests.Accept")).ToJson());
        BaselineVerdict verdict = Judge(new NoisyModel(Data, 0, 2), new NoisyModel(Data, 0, 1));
        Assert.Null(verdict.Comparison!.Metrics.Single(metric => metric.Name == "Loss auc").Received!.PairedStandardError);
        Assert.NotNull(verdict.Comparison.Metrics.Single(metric => metric.Name == "Entropy auc").Received!.PairedStandardError);
        Assert.Contains("unpaired comparison of Loss, which sees less: the previous model has an AUC of", verdict.Message, StringComparison.Ordinal);

        static Baseline Edited(Baseline baseline) => baseline.With("Loss auc", metric => metric with
        {
            Estimate = metric.Estimate - .001,
            Retrainings = new BaselineRetrainings([metric.Estimate - .001], metric.Retrainings.Models),
        });
    }

    [Fact]
    public void Previous_model_changes_nothing_else()
    {
        MembershipAuditResult with = _space.Audits.Auc(new MembershipSetup(new NoisyModel(Data, .3, 5), Data) { Previous = new NoisyModel(Data, 0, 1) }).Audit;
        MembershipAuditResult without = _space.Audits.Auc(new MembershipSetup(new NoisyModel(Data, .3, 5), Data)).Audit;
        Assert.NotNull(with.Previous);
        Assert.Null(without.Previous);
        foreach (AttackResult attack in without.Applicable)
        {
            Assert.Equal(without.AucOf(attack.Name), with.AucOf(attack.Name));
        }

        Assert.Equal(without.Findings, with.Findings);
    }

    [Fact]
    public void Same_model_is_not_scored_again()
    {
        var previous = new NoisyModel(Data, .3, 6);
        Assert.Equal("it is the audited model itself", _space.Audits.Auc(new MembershipSetup(new NoisyModel(Data, .3, 6), Data) { Previous = previous }).Audit.Previous!.NotRun);
        Assert.Equal(0, previous.Scored);
    }

    [Fact]
    public void Previous_model_is_disposed_with_the_subject()
    {
        Assert.NotNull(_space.Audits.Subject<TwoModels>().Audit.Previous);
        Assert.Equal((1, 2000), (TwoModels.Previous.Disposals, TwoModels.Previous.Scored));
    }

    [Fact]
    public void Shadow_models_serve_both()
    {
        var shadows = new FakeShadows { Fingerprint = "shadows of the previous model test" };
        PreviousRun run = _space.Audits.Auc(
            new MembershipSetup(new NoisyModel(Data, 0, 2), Data) { Shadows = shadows, Previous = new NoisyModel(Data, 0, 1) },
            new AuditOptions { Tier = Paname.Attacks.Membership.AttackTier.Standard, Controls = false }).Audit.Previous!;
        Assert.Null(run.NotRun);
        Assert.NotEmpty(run.Attacks);
        Assert.True(run.Attacks.ContainsKey("Loss"));
        Assert.Equal(2, shadows.Requests.Count);
        Assert.Equal("model-1.onnx", shadows.Requests[1].Target!.Name);
    }

    [Fact]
    public void Records_in_groups_are_not_paired()
    {
        string[] groups = [.. Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"group {i / 2}"))];
        double[] features = [.. Enumerable.Range(0, 400).Select(i => Math.Sin(i * 12.9898) * 3)];
        int[] labels = Array.ConvertAll(features, feature => feature > 0 ? 1 : 0);
        var data = new MembershipData(
            new LabelledRecords(Records.FromArray<double>(features.AsMemory(0, 200), 1), labels[..200], ids: null, groups),
            new LabelledRecords(Records.FromArray<double>(features.AsMemory(200), 1), labels[200..], ids: null, [.. groups.Select(group => "other " + group)]));
        PairedAuc loss = _space.Audits.Auc(new MembershipSetup(new NoisyModel(data, 0, 2), data) { Previous = new NoisyModel(data, 0, 1) }).Audit.Previous!.Attacks["Loss"];
        Assert.StartsWith("records come in groups", loss.NotPaired, StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_have_no_previous_model()
        => Assert.Throws<InvalidOperationException>(() => new MembershipSetup(Paname.Attacks.Targets.PrecomputedPredictions.FromArrays(Paname.Attacks.Targets.OutputKind.Losses, 1, new double[] { 1, 2 }, [true, false], null)) { Previous = new NoisyModel(Data, 0, 1) }.Source);

    private static (double[] Members, double[] NonMembers) Losses(NoisyModel model)
    {
        // The loss attack ranks by the margin to the true class.
        return (Margins(Data.Members), Margins(Data.NonMembers));

        double[] Margins(LabelledRecords records)
        {
            var outputs = new double[2 * records.Count];
            Paname.Attacks.Targets.ClassifierScorer.Score(model, records.Records, outputs, null, CancellationToken.None);
            return [.. Enumerable.Range(0, records.Count).Select(i => outputs[(2 * i) + records.Labels[i]] - outputs[(2 * i) + 1 - records.Labels[i]])];
        }
    }

    private BaselineMetricComparison Compared(Paname.Attacks.Targets.IClassifier previous, out BaselineVerdict verdict)
    {
        Accept();
        verdict = Judge(new NoisyModel(Data, 0, 2), previous);
        return verdict.Comparison!.Metrics.Single(metric => metric.Name == "Loss auc");
    }

    private void Accept()
    {
        _space.With("PANAME_ACCEPT", "1");
        Assert.True(Judge(new NoisyModel(Data, 0, 1), previous: null).Holds);
        _space.With("PANAME_ACCEPT", null).NewProcess();
    }

    private BaselineVerdict Judge(NoisyModel model, Paname.Attacks.Targets.IClassifier? previous)
        => _space.Audits.Auc(new MembershipSetup(model, Data) { Previous = previous }).CompareWithBaseline(Wide, nameof(Accept));

    public sealed class TwoModels : MembershipSubject
    {
        internal static NoisyModel Previous { get; } = new(Data, 0, 31);

        protected override MembershipSetup SetUp(AuditContext context) => new(new NoisyModel(Data, 0, 32), Data) { Previous = Previous };
    }
}
