using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Reports.Building;

/// <summary>What a report says is what the audit found.</summary>
public class AuditReportTests
{
    private readonly Gate _gate = new();

    [Fact]
    public void Metrics_are_those_of_the_verdicts()
    {
        MembershipAuditResult audit = _gate.Auc(Synthetic.Model(), Synthetic.Data(400, leak: 1)).Audit;
        AuditReport report = AuditReport.Of(audit);
        Assert.Equal(audit.Attacks.Select(attack => attack.Name), report.Attacks.Select(attack => attack.Name));
        ReportAttack loss = report.Attacks.Single(attack => attack.Name == "Loss");
        ScoreSample sample = audit.Applicable.Single(attack => attack.Name == "Loss").Sample!;
        Assert.Equal(["auc", "tpr@0.01", "tpr@0.001"], loss.Metrics.Select(metric => metric.Key));
        Is(audit.AucOf("Loss"), loss.Metrics[0]);
        Is(TprAtFpr.Estimate(sample, .01, seed: audit.Seed), loss.Metrics[1]);
        Is(TprAtFpr.Estimate(sample, .001, seed: audit.Seed), loss.Metrics[2]);
        Assert.Equal((400, 400, true), (loss.Members, loss.NonMembers, loss.IsGraded));
        Assert.Equal(audit.Applicable.Single(attack => attack.Name == "Loss").MostExposed, loss.MostExposed);
        Assert.All(loss.MostExposed, name => Assert.StartsWith("member #", name, StringComparison.Ordinal));

        // A yes or no has no rates at a chosen threshold, and so no bounds along its curve.
        ReportAttack correctness = report.Attacks.Single(attack => attack.Name == "Correctness");
        Assert.Equal(["auc"], correctness.Metrics.Select(metric => metric.Key));
        Assert.All(correctness.Roc, point => Assert.Null(point.Upper));
        Assert.Contains(report.Attacks, attack => attack.NotApplicable is not null && attack.Metrics.Count + attack.Roc.Count == 0 && attack.Histogram is null);
        Assert.Equal(report.ToJson(), AuditReport.Parse(report.ToJson(), "report").ToJson());

        static void Is(BoundedEstimate expected, ReportMetric found)
            => Assert.Equal((expected.Value, expected.Lower, expected.Upper, expected.StandardError), (found.Estimate, found.Lower, found.Upper, found.StandardError));
    }

    [Fact]
    public void Too_few_records_have_a_curve_and_no_bounds()
    {
        ReportAttack loss = AuditReport.Of(_gate.Auc(Synthetic.Model(), Synthetic.Data(19, 200, leak: 1)).Audit).Attacks.Single(attack => attack.Name == "Loss");
        Assert.Empty(loss.Metrics);
        Assert.Contains(loss.Notes, note => note.StartsWith("too few records for bounds", StringComparison.Ordinal));
        Assert.NotEmpty(loss.Roc);
        Assert.All(loss.Roc, point => Assert.Null(point.Lower));
        Assert.NotEmpty(AuditReport.Of(_gate.Auc(Synthetic.Model(), Synthetic.Data(20, 200, leak: 1)).Audit).Attacks.Single(attack => attack.Name == "Loss").Metrics);
    }

    [Fact]
    public void Subject_utility_and_time_are_told()
    {
        var clock = new FixedClock();
        var setup = new MembershipSetup(new Counted(Synthetic.Model()), Synthetic.Data(300, leak: 0)) { Utility = [new UtilityMetric("accuracy", .75)] };
        MembershipAuditResult audit = _gate.Audits.Auc(setup, new AuditOptions { Seed = 5, Clock = clock }).Audit;
        AuditReport report = AuditReport.Of(audit);
        Assert.Equal((123, 300, 300, "counted"), (report.Subject.Parameters, report.Subject.Members, report.Subject.NonMembers, report.Subject.Target));
        Assert.Equal(audit.MemberAccuracy, report.Subject.MemberAccuracy);
        Assert.Equal([new UtilityMetric("accuracy", .75)], report.Utility);
        Assert.Equal((FixedClock.Now, 5), (report.Run.Started, report.Run.Seed));
        Assert.Equal(clock.Took, report.Run.Duration);
        Assert.DoesNotContain('+', report.Run.PanameVersion);
    }

    [Fact]
    public void Another_utility_is_another_result()
    {
        CountingClassifier model = Synthetic.Model();
        MembershipData data = Synthetic.Data(300, leak: 0);
        double[] Utility(params UtilityMetric[] metrics) => [.. _gate.Audits.Auc(new MembershipSetup(model, data) { Utility = metrics }).Audit.Utility.Select(metric => metric.Value)];
        Assert.Equal([.5], Utility(new UtilityMetric("accuracy", .5)));
        Assert.Equal([.6], Utility(new UtilityMetric("accuracy", .6)));
        Assert.Equal([], Utility());
    }

    [Fact]
    public void Key_is_of_what_decides_the_numbers()
    {
        MembershipData data = Synthetic.Data(300, leak: 0);
        string Key(IClassifier model, MembershipData records, int seed = 1) => AuditReport.Of(_gate.Auc(model, records, new AuditOptions { Seed = seed }).Audit).Key;
        CountingClassifier model = Synthetic.Model();
        string key = Key(model, data);
        Assert.Equal(key, Key(model, data));
        Assert.Equal(key, Key(Synthetic.Model(), Synthetic.Data(300, leak: 0)));
        Assert.Equal(5, new[] { key, Key(model, data, seed: 2), Key(model, Synthetic.Data(300, leak: .5)), Key(Synthetic.Model(sign: -1), data), Key(Synthetic.Model(OutputKind.LabelsOnly), data) }.Distinct().Count());
        Assert.Matches("^[a-z0-9-]+-[0-9a-f]{12}$", key);
    }

    [Fact]
    public void Controls_are_listed_one_by_one()
    {
        MembershipData data = Memorised.Data(1000);
        var set = new AttackSet("test/1", [MembershipAttacks.Loss, new FakeAttack("Constant") { OnScore = (observations, _) => new AttackScores(new double[observations.Outputs.Count]) }]);
        AuditReport report = AuditReport.Of(_gate.Auc(Memorised.Model(data, leak: 1), data, new AuditOptions { Controls = true, Set = set }).Audit);
        Assert.Equal(["positive Loss passed", "positive Constant failed", "null Loss passed", "null Constant passed", "blind  passed"], report.Controls.Select(control => $"{control.Kind} {control.Attack} {control.Outcome}"));
        Assert.Contains("missed", report.Controls[1].Detail, StringComparison.Ordinal);
        Assert.Equal(report.Controls.Count(control => control.Outcome == "failed"), report.Findings.Count(finding => finding.BlocksPass));
        Assert.Empty(AuditReport.Of(_gate.Auc(Memorised.Model(data, leak: 1), data, new AuditOptions { Controls = false }).Audit).Controls);
    }

    [Fact]
    public void Coverage_claims_nothing_that_was_not_run()
    {
        MembershipData data = Synthetic.Data(300, leak: 0);
        AuditReport report = AuditReport.Of(_gate.Auc(Synthetic.Model(), data).Audit);
        Assert.Equal(["i-attribute", "i-membership", "ii", "iii", "iv", "v"], report.Coverage.Select(row => row.Item));
        Assert.Equal(("tested", string.Join(", ", report.Attacks.Where(attack => attack.Metrics.Count > 0).Select(attack => attack.Name))), (report.Coverage[1].Status, report.Coverage[1].Detail));
        Assert.All(report.Coverage.Where(row => row.Item != "i-membership"), row => Assert.Equal("not tested", row.Status));

        var needs = new AttackSet("test/1", [new FakeAttack("Shadowed") { Needs = FakeAttack.NeedsShadows }]);
        ReportCoverage none = AuditReport.Of(_gate.Auc(Synthetic.Model(), data, new AuditOptions { Set = needs }).Audit).Coverage[1];
        Assert.Equal(("not applicable", "Shadowed: needs shadow models"), (none.Status, none.Detail));
    }

    private sealed class Counted(IClassifier inner) : IClassifier, IParameterCount
    {
        public string Name => "counted";

        public string? Fingerprint => inner.Fingerprint;

        public OutputKind OutputKind => inner.OutputKind;

        public int Classes => inner.Classes;

        public long? Parameters => 123;

        public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken) => inner.Score(batch, outputs, cancellationToken);
    }

    private sealed class FixedClock : TimeProvider
    {
        private long _ticks;

        internal static DateTimeOffset Now { get; } = new(2026, 11, 22, 9, 8, 7, TimeSpan.Zero);

        internal TimeSpan Took => TimeSpan.FromTicks(_ticks - 1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now.ToOffset(TimeSpan.FromHours(2));

        public override long GetTimestamp() => ++_ticks;
    }
}
