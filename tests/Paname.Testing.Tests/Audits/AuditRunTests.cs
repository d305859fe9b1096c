using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Audits;

/// <summary>Each record is scored once, whoever asks; nothing is kept of a run that failed.</summary>
public sealed class AuditRunTests
{
    private readonly Gate _gate = new();

    [Fact]
    public void Records_are_scored_once_for_all_metrics_of_one_model()
    {
        CountingClassifier model = Synthetic.Model();
        MembershipData data = Synthetic.Data(500, leak: 0);
        _gate.Auc(model, data).Judge(.6);
        _gate.Auc(model, data).Judge(.7);
        _gate.Audits.TprAtFpr(model, data, .1).Judge(.3);
        Assert.Equal(1000, model.Scored);
        Assert.Equal(0, model.Disposals);
    }

    [Fact]
    public void Models_with_one_fingerprint_are_one_model()
    {
        MembershipData data = Synthetic.Data(500, leak: 0);
        var first = new CountingClassifier(OutputKind.Logits, 1) { Fingerprint = "one" };
        var second = new CountingClassifier(OutputKind.Logits, 1) { Fingerprint = "one" };
        var other = new CountingClassifier(OutputKind.Logits, 1) { Fingerprint = "two" };
        foreach (CountingClassifier model in new[] { first, second, other })
        {
            _gate.Auc(model, data).Judge(.6);
        }

        Assert.Equal([1000, 0, 1000], new[] { first, second, other }.Select(model => model.Scored));
    }

    [Fact]
    public void Ids_shown_by_one_audit_are_not_shown_by_another_of_the_same_content()
    {
        CountingClassifier model = Synthetic.Model();
        string[] Ids(string side) => [.. Enumerable.Range(0, 1000).Select(i => $"{side}{i}")];
        MembershipData shown = Synthetic.Data(1000, leak: 1).WithIds(Ids("a"), Ids("b"), showIds: true);
        MembershipData hidden = Synthetic.Data(1000, leak: 1).WithIds(Ids("a"), Ids("b"));
        Assert.Equal(shown.ContentKey, hidden.ContentKey);
        Assert.Contains("(id a", _gate.Auc(model, shown).Judge(.6).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("(id ", _gate.Auc(model, hidden).Judge(.6).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Class_order_is_checked_although_the_content_was_audited_before()
    {
        var model = new NamedClassifier(Synthetic.Model(), ["good", "bad"]);
        MembershipData data = Synthetic.Data(500, leak: 0);
        _gate.Auc(model, data.WithClassNames("good", "bad")).Judge(.6);
        Assert.Throws<PanameDataException>(() => _gate.Auc(model, data.WithClassNames("bad", "good")).Judge(.6));
    }

    [Fact]
    public void Delegates_are_cached_by_reference()
    {
        MembershipData data = Synthetic.Data(500, leak: 0);
        CountingClassifier first = Synthetic.Model();
        CountingClassifier second = Synthetic.Model();
        _gate.Auc(first, data).Judge(.6);
        _gate.Auc(second, data).Judge(.6);
        Assert.Equal([1000, 1000], new[] { first, second }.Select(model => model.Scored));
    }

    [Fact]
    public void Other_data_is_scored_anew()
    {
        CountingClassifier model = Synthetic.Model();
        _gate.Auc(model, Synthetic.Data(500, leak: 0, seed: 1)).Judge(.6);
        _gate.Auc(model, Synthetic.Data(500, leak: 0, seed: 2)).Judge(.6);
        Assert.Equal(2000, model.Scored);
    }

    [Fact]
    public void Tests_in_parallel_share_one_run()
    {
        CountingClassifier model = Synthetic.Model();
        MembershipData data = Synthetic.Data(500, leak: 0);
        Parallel.For(0, 8, _ => _gate.Auc(model, data).Judge(.6));
        Assert.Equal(1000, model.Scored);
    }

    [Fact]
    public void Cancelled_run_is_not_remembered()
    {
        using var source = new CancellationTokenSource();
        var model = new CountingClassifier(OutputKind.Logits, 1) { OnScore = source.Cancel };
        MembershipData data = Synthetic.Data(500, leak: 0);
        Assert.Throws<OperationCanceledException>(() => _gate.Auc(model, data, new AuditOptions { CancellationToken = source.Token }).Judge(.6));
        Assert.Equal(VerdictOutcome.Pass, _gate.Auc(model, data).Judge(.6).Outcome);
    }

    [Fact]
    public void Progress_counts_members_and_non_members()
    {
        var told = new List<AuditProgress>();
        _gate.Auc(Synthetic.Model(), Synthetic.Data(5000, 100, leak: 0), new AuditOptions { Progress = new Collect(told) }).Judge(.6);
        Assert.Equal([4096, 5000, 5100], told.Select(progress => progress.Scored));
        Assert.All(told, progress => Assert.Equal(5100, progress.Total));
    }

    [Fact]
    public void Record_on_both_sides_is_fatal()
    {
        double[] margins = [.. Enumerable.Range(0, 100).Select(i => (double)i)];
        int[] labels = [.. Enumerable.Range(0, 100).Select(i => i % 2)];
        double[] others = [.. margins.Select(margin => margin + .5)];
        others[7] = margins[3];
        var data = MembershipData.FromArrays<double>(margins, labels, others, labels, [1]);
        var error = Assert.Throws<PanameDataException>(() => _gate.Auc(Synthetic.Model(), data).Judge(.6));
        Assert.Contains("member #4 = non-member #8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_that_is_not_a_number_names_the_record()
    {
        var model = new DelegateClassifier(OutputKind.Logits, 2, (batch, outputs) => outputs[3] = double.NaN);
        var error = Assert.Throws<PanameDataException>(() => _gate.Auc(model, Synthetic.Data(50, leak: 0)).Judge(.6));
        Assert.StartsWith("The model's output for member #2, class 1 is NaN.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("good", "bad", true)]
    [InlineData("bad", "good", false)]
    [InlineData("0", "1", true)]
    public void Label_map_in_another_order_than_the_models_is_refused(string first, string second, bool accepted)
    {
        MembershipData data = Synthetic.Data(500, leak: 0).WithClassNames("good", "bad");
        AuditedMetric auc = _gate.Auc(new NamedClassifier(Synthetic.Model(), [first, second]), data);
        if (accepted)
        {
            Assert.Equal(VerdictOutcome.Pass, auc.Judge(.6).Outcome);
        }
        else
        {
            Assert.StartsWith("Class 0 of the label map is not class 0 of model.onnx", Assert.Throws<PanameDataException>(() => auc.Judge(.6)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Label_that_is_no_class_names_the_record()
    {
        double[] margins = [.. Enumerable.Range(0, 100).Select(i => (double)i)];
        int[] labels = [.. Enumerable.Range(0, 100).Select(i => i == 41 ? 2 : i % 2)];
        var data = MembershipData.FromArrays<double>(margins, labels, margins.Select(margin => margin + .5).ToArray(), labels, [1]);
        var error = Assert.Throws<PanameDataException>(() => _gate.Auc(Synthetic.Model(), data).Judge(.6));
        Assert.Equal("The label of member #42 is no class of the model, which tells 2 apart. Check the label column and the label map.", error.Message);
    }

    [Fact]
    public void Groups_widen_the_bounds_and_count_as_the_records()
    {
        // 1,000 records of 100 people, ten alike each: by records the audit passes, by people it cannot.
        double[] Repeat(int seed) => [.. Synthetic.Margins(Synthetic.Data(100, leak: 0, seed)).SelectMany(margin => Enumerable.Range(0, 10).Select(i => margin + (i * 1e-6)))];
        int[] labels = [.. Enumerable.Range(0, 1000).Select(i => i % 2)];
        MembershipData data = MembershipData.FromArrays<double>(Repeat(1), labels, Repeat(2), labels, [1]);
        MembershipData grouped = data.WithGroups(
            [.. Enumerable.Range(0, 1000).Select(i => $"m{i / 10}")], [.. Enumerable.Range(0, 1000).Select(i => $"n{i / 10}")]);
        var byRecords = _gate.Auc(Synthetic.Model(), data).Audit.AucOf("Loss");
        var byPeople = _gate.Auc(Synthetic.Model(), grouped).Audit.AucOf("Loss");
        Assert.Equal(byRecords.Value, byPeople.Value, 12);
        Assert.InRange((byPeople.Upper - byPeople.Value) / (byRecords.Upper - byRecords.Value), 2.5, 4);
        Assert.Contains("181 of each are needed", _gate.Auc(Synthetic.Model(), grouped).Judge(.55).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Precomputed_losses_are_audited_without_a_model()
    {
        double[] losses = [.. Enumerable.Range(0, 400).Select(i => (i * 37 % 400) / 100d)];
        bool[] member = [.. Enumerable.Range(0, 400).Select(i => i < 200)];
        PrecomputedPredictions predictions = PrecomputedPredictions.FromArrays(OutputKind.Losses, 1, losses, member, labels: null);
        AuditedMetric auc = _gate.Audits.Auc(predictions);
        Assert.Equal(["Loss"], auc.Attacks.Select(attack => attack.Attack));
        Assert.Null(auc.Audit.MemberAccuracy);
        Assert.Contains("the split was not checked", auc.Judge(.6).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_regression_is_audited_by_its_residuals()
    {
        // Residuals of members lie in -1 to 1, of non-members in -4 to 4.
        double[] actual = [.. Enumerable.Range(0, 400).Select(i => (i < 200 ? 1 : 4) * (((i * 37 % 200) / 100d) - 1))];
        PrecomputedPredictions predictions = PrecomputedPredictions.FromRegression(new double[400], actual, [.. Enumerable.Range(0, 400).Select(i => i < 200)]);
        AuditedMetric auc = _gate.Audits.Auc(predictions);
        Assert.Equal(["Loss"], auc.Attacks.Select(attack => attack.Attack));
        Assert.Null(auc.Audit.MemberAccuracy);
        Assert.InRange(auc.Audit.AucOf("Loss").Value, .85, .9);
        string message = auc.Judge(.6).Message;
        Assert.Equal(VerdictOutcome.Fail, auc.Judge(.6).Outcome);
        Assert.Contains("needs predicted classes, and the target is a regression", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Result_identifies_the_run()
    {
        MembershipData data = Synthetic.Data(500, leak: 0);
        MembershipAuditResult audit = _gate.Auc(Synthetic.Model(), data, new AuditOptions { Seed = 7 }).Audit;
        Assert.Equal(("model.onnx", (string?)null, data.Fingerprint, "smoke/1", 7, 500, 500), (audit.Target, audit.TargetFingerprint, audit.DataFingerprint, audit.AttackSet, audit.Seed, audit.Members, audit.NonMembers));
        Assert.Equal(["Loss", "Entropy", "ModifiedEntropy", "Correctness"], audit.Attacks.Select(attack => attack.Name));
    }

    private sealed class Collect(List<AuditProgress> told) : IProgress<AuditProgress>
    {
        public void Report(AuditProgress value) => told.Add(value);
    }
}
