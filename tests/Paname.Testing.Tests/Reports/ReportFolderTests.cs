using Paname.Attacks.Data;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Reports;

public sealed class ReportFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Gates_come_back_with_their_audits()
    {
        Save(Reported.Report("a"), Reported.Report("b"));
        Lines(GateLine.Write("b", Reported.Gate("one")), GateLine.Write("a", Reported.Gate("two")), GateLine.Write("b", Reported.Gate("three", holds: true)), GateLine.Write(null, Reported.Gate("four")));
        IReadOnlyList<AuditReport> audits = ReportFolder.Read(_folder.Path);
        Assert.Equal(["a", "b"], audits.Select(audit => audit.Key));
        Assert.Equal(["two"], audits[0].Gates.Select(gate => gate.Test!));
        Assert.Equal([Reported.Gate("one"), Reported.Gate("three", holds: true)], audits[1].Gates);
        Assert.Equal(["one", "two", "three", "four"], ReportFolder.ReadGates(_folder.Path).Select(gate => gate.Test!));
    }

    [Fact]
    public void A_gate_judged_again_counts_once_as_it_was_judged_last()
    {
        Save(Reported.Report("a"));
        Lines(GateLine.Write("a", Reported.Gate()), GateLine.Write("a", Reported.Gate(limit: .6)), GateLine.Write("a", Reported.Gate(holds: true)));
        Assert.Equal([true, false], ReportFolder.Read(_folder.Path)[0].Gates.Select(gate => gate.Holds));
    }

    [Fact]
    public void A_folder_without_gates_has_audits_without_gates()
    {
        Save(Reported.Report("a"));
        Assert.Empty(Assert.Single(ReportFolder.Read(_folder.Path)).Gates);
    }

    [Fact]
    public void No_folder_a_lost_audit_and_damaged_lines_are_refused()
    {
        Assert.Contains("PANAME_ARTIFACTS", Assert.Throws<PanameDataException>(() => ReportFolder.Read(_folder.File("none"))).Message, StringComparison.Ordinal);
        Lines(GateLine.Write("gone", Reported.Gate()));
        Assert.Contains("gone", Assert.Throws<PanameDataException>(() => ReportFolder.Read(_folder.Path)).Message, StringComparison.Ordinal);
        Lines(GateLine.Write(null, Reported.Gate()), GateLine.Write(null, Reported.Gate()).Replace("\"holds\"", "\"hold\"", StringComparison.Ordinal));
        Assert.StartsWith("Line 2 of gates.jsonl", Assert.Throws<PanameDataException>(() => ReportFolder.ReadGates(_folder.Path)).Message, StringComparison.Ordinal);
        Lines(GateLine.Write(null, Reported.Gate()).TrimEnd());
        Assert.Contains("half written", Assert.Throws<PanameDataException>(() => ReportFolder.ReadGates(_folder.Path)).Message, StringComparison.Ordinal);
    }

    private void Save(params AuditReport[] reports)
    {
        foreach (AuditReport report in reports)
        {
            File.WriteAllText(_folder.File($"audit-{report.Key}.json"), report.ToJson());
        }
    }

    private void Lines(params string[] lines) => File.WriteAllText(_folder.File("gates.jsonl"), string.Concat(lines));
}
