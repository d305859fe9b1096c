using System.Text.Json;
using Paname.Attacks.Data;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Reports.Gates;

/// <summary>What a judged gate leaves, where. Runs alone: it changes the environment.</summary>
[Collection("environment")]
public sealed class GateArtefactsTests : IDisposable
{
    private static readonly string[] Variables = [ResultPlaces.ArtifactsVariable, ResultPlaces.HistoryVariable, ResultPlaces.SummaryVariable];

    private readonly TempFolder _folder = new();
    private readonly List<string> _attached = [];
    private readonly List<string> _failures = [];
    private readonly PrivacyAudits _audits;

    // What the build server set for the run that this test is a part of.
    private readonly string?[] _before = [.. Variables.Select(Environment.GetEnvironmentVariable)];

    public GateArtefactsTests()
    {
        _audits = new PrivacyAudits("none", _failures.Add) { Attach = _attached.Add };
        foreach (string variable in Variables)
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    public void Dispose()
    {
        foreach ((string variable, string? value) in Variables.Zip(_before))
        {
            Environment.SetEnvironmentVariable(variable, value);
        }

        AppContext.SetData(ProjectPath.DirectoryKey, null);
        _folder.Dispose();
    }

    [Fact]
    public void Folder_asked_for_gets_every_gate_and_one_report_of_each_audit()
    {
        Environment.SetEnvironmentVariable(ResultPlaces.ArtifactsVariable, _folder.File("results"));
        AuditedMetric leaky = Auc(leak: 1);
        leaky.IsBelow(.55);
        leaky.IsBelow(.95);
        leaky.PerClass().IsBelow(.6);
        Auc(leak: 0).IsBelow(.7);
        _audits.Epsilon(Synthetic.Model(), Synthetic.Data(400, leak: 1), test: "Epsilon").Judge(.01);
        IReadOnlyList<AuditReport> audits = ReportFolder.Read(_folder.File("results"));
        Assert.Equal(2, audits.Count);
        AuditReport first = audits.Single(audit => audit.Key == AuditReport.Of(leaky.Audit).Key);
        Assert.Equal(["limit auc Fail", "limit auc Pass", "limit auc per class Fail", "epsilon epsilon Fail"], first.Gates.Select(gate => $"{gate.Kind} {gate.Metric} {gate.Verdict}"));
        Assert.Equal(["Pass"], audits.Single(audit => audit != first).Gates.Select(gate => gate.Verdict));
        ReportGate gate = first.Gates[0];
        Assert.Equal((leaky.Strongest.Attack, leaky.Strongest.Estimate.Value, .55, false, "UpperBound"), (gate.Attack, gate.Estimate, gate.Limit, gate.Holds, gate.Evidence));
        Assert.EndsWith("GateArtefactsTests.cs", gate.File ?? "GateArtefactsTests.cs", StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, JsonSerializer.Serialize(first), StringComparison.Ordinal);
        Assert.Equal([FileOf(first), FileOf(first), FileOf(first)], _attached);
        Assert.EndsWith(Environment.NewLine + $"  Report: {FileOf(first)}", _failures[0], StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(_folder.File("results"), "*.json").Length);

        string FileOf(AuditReport report) => Path.Combine(_folder.Path, "results", $"audit-{report.Key}.json");
    }

    [Fact]
    public void Failing_gate_leaves_its_report_below_the_project()
    {
        AppContext.SetData(ProjectPath.DirectoryKey, _folder.Path);
        AuditedMetric leaky = Auc(leak: 1);
        leaky.IsBelow(.95);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
        leaky.IsBelow(.55);
        string key = AuditReport.Of(leaky.Audit).Key;
        Assert.EndsWith($"  Report: TestResults/paname/audit-{key}.json", Assert.Single(_failures), StringComparison.Ordinal);
        Assert.Equal(key, Assert.Single(ReportFolder.Read(_folder.File("TestResults/paname"))).Key);
        Assert.Equal("Fail", Assert.Single(ReportFolder.ReadGates(_folder.File("TestResults/paname"))).Verdict);
    }

    [Fact]
    public void Without_a_project_and_a_folder_nothing_is_left_and_nothing_said()
    {
        Auc(leak: 1).IsBelow(.55);
        Assert.DoesNotContain("Report:", Assert.Single(_failures), StringComparison.Ordinal);
        Assert.Empty(_attached);
    }

    [Fact]
    public void A_claim_that_is_not_refuted_is_no_failure()
    {
        Environment.SetEnvironmentVariable(ResultPlaces.ArtifactsVariable, _folder.Path);
        var scores = Paname.Attacks.Metrics.ScoreSample.Create([.. Enumerable.Range(0, 200).Select(i => 10.0 + i)], [.. Enumerable.Range(0, 200).Select(i => -10.0 - i)]);
        _audits.Epsilon(scores, test: "Epsilon").IsNotRefuted(100);
        ReportGate gate = Assert.Single(ReportFolder.ReadGates(_folder.Path));
        Assert.Equal(("NotRefuted", true), (gate.Verdict, gate.Holds));
    }

    [Fact]
    public void Scores_made_elsewhere_leave_a_gate_without_an_audit()
    {
        Environment.SetEnvironmentVariable(ResultPlaces.ArtifactsVariable, _folder.Path);
        var scores = Paname.Attacks.Metrics.ScoreSample.Create([.. Enumerable.Range(0, 200).Select(i => 10.0 + i)], [.. Enumerable.Range(0, 200).Select(i => -10.0 - i)]);
        _audits.Epsilon(scores, test: "Epsilon").IsNotRefuted(.1);
        Assert.Empty(ReportFolder.Read(_folder.Path));
        Assert.Equal("epsilon Fail", Assert.Single(ReportFolder.ReadGates(_folder.Path).Select(gate => $"{gate.Kind} {gate.Verdict}")));
        Assert.EndsWith("gates.jsonl", Assert.Single(_attached), StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_that_cannot_be_written_fails_a_passing_gate_and_keeps_the_message_of_a_failing_one()
    {
        File.WriteAllText(_folder.File("file"), string.Empty);
        Environment.SetEnvironmentVariable(ResultPlaces.ArtifactsVariable, _folder.File("file"));
        string message = Assert.Throws<PanameDataException>(() => Auc(leak: 1).IsBelow(.95)).Message;
        Assert.Contains("PANAME_ARTIFACTS", message, StringComparison.Ordinal);
        Auc(leak: 1).IsBelow(.55);
        Assert.StartsWith("Leak proven", Assert.Single(_failures), StringComparison.Ordinal);
        Assert.Contains("The report could not be written", _failures[0], StringComparison.Ordinal);
    }

    [Fact]
    public void History_gets_one_line_of_each_audit_however_many_tests_judge_it()
    {
        string history = _folder.File("privacy-history.jsonl");
        Environment.SetEnvironmentVariable(ResultPlaces.HistoryVariable, history);
        AuditedMetric one = Auc(leak: 1);
        Parallel.For(0, 20, _ => one.Judge(.55));
        Auc(leak: 0).Judge(.7);
        IReadOnlyList<HistoryEntry> entries = HistoryFile.Read(history);
        Assert.Equal(2, entries.Count);
        Assert.Equal(one.Strongest.Estimate.Value, entries[0].Metrics["Loss auc"].Estimate);
        Assert.Equal(one.Audit.Started, entries[0].Time);
        Assert.Contains("Loss tpr@0.01", entries[0].Metrics.Keys);
        Assert.DoesNotContain("member #", File.ReadAllText(history), StringComparison.Ordinal);
    }

    [Fact]
    public void History_named_by_the_project_is_relative_to_it()
    {
        AppContext.SetData(ProjectPath.DirectoryKey, _folder.Path);
        AppContext.SetData("Paname.History", "history.jsonl");
        try
        {
            Auc(leak: 0).Judge(.7);
            Assert.Single(HistoryFile.Read(_folder.File("history.jsonl")));
        }
        finally
        {
            AppContext.SetData("Paname.History", null);
        }
    }

    [Fact]
    public void Summary_that_cannot_be_written_breaks_no_passing_test()
    {
        Environment.SetEnvironmentVariable(ResultPlaces.SummaryVariable, _folder.File("no/such/folder/summary.md"));
        Auc(leak: 1).IsBelow(.95);
        Auc(leak: 1).IsBelow(.55);
        Assert.Contains("The summary of the step could not be written", Assert.Single(_failures), StringComparison.Ordinal);
    }

    private AuditedMetric Auc(double leak) => _audits.Auc(Synthetic.Model(), Synthetic.Data(400, leak), test: "Tests.Gate");
}
