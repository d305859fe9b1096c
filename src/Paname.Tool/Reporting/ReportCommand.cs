using System.CommandLine;
using System.Text.Json.Nodes;
using Paname.Testing;
using Spectre.Console;

namespace Paname.Tool;

/// <summary>paname report: reports of the audits that tests left in a folder.</summary>
internal sealed class ReportCommand : ToolCommand
{
    private readonly Argument<string> _folder = new("folder") { Description = "The folder that PANAME_ARTIFACTS named when the tests ran." };
    private readonly OutputOptions _outputs;
    private readonly Option<bool> _gitHub = new("--github") { Description = "Print an annotation for each failed gate, and add the gates to the file named by GITHUB_STEP_SUMMARY." };

    internal ReportCommand()
        : base(
            "report",
            "Writes reports of the audits that tests left in a folder, and tells which gates failed. Exit code 1 when one did, 3 when one was inconclusive or the folder holds none.",
            "PANAME_ARTIFACTS=$PWD/artifacts dotnet test; paname report artifacts --html report.html --sarif gates.sarif",
            "paname report artifacts --html rapport.html --language fr --history privacy-history.jsonl",
            "paname report artifacts --github")
    {
        Add(_folder);
        _outputs = new OutputOptions(this, history: false);
        Add(_gitHub);
    }

    internal override ToolResult Run(ParseResult line, ToolSession session)
    {
        bool gitHub = line.GetValue(_gitHub);
        if (gitHub && session.Json)
        {
            throw ToolException.WrongCommandLine("--github prints annotations on standard output, where --json prints its document: run them apart.");
        }

        OutputsConfig outputs = _outputs.Read(line, session, null);
        _ = ReportFiles.LanguageOf(outputs);
        string folder = session.PathOf(line.GetRequiredValue(_folder));
        IReadOnlyList<AuditReport> audits = ReportFolder.Read(folder);
        IReadOnlyList<ReportGate> gates = ReportFolder.ReadGates(folder);
        IReadOnlyList<HistoryEntry> history = outputs.History is { } file ? HistoryFile.Read(file) : [];
        IReadOnlyList<string> written = ReportFiles.Write(outputs, audits, gates, history);
        if (gitHub)
        {
            Tell(session, audits, gates);
        }

        bool empty = audits.Count == 0 && gates.Count == 0;
        if (empty)
        {
            session.Tell($"paname: {folder} holds neither an audit nor a gate. Did the tests run, with {ResultPlaces.ArtifactsVariable} naming it?");
        }

        return new ToolResult(empty ? ExitCode.Inconclusive : ExitCode.OfAll(gates.Select(CodeOf)), Document(audits, gates, written), console => Write(console, audits, gates, written));
    }

    /// <summary>What a gate that was judged elsewhere makes of the exit code.</summary>
    private static int CodeOf(ReportGate gate) => gate.Holds ? ExitCode.Holds : gate.Verdict is "Inconclusive" or "NotApplicable" or "Missing" or "Changed" or "Unreadable" ? ExitCode.Inconclusive : ExitCode.GateFailed;

    private static void Tell(ToolSession session, IReadOnlyList<AuditReport> audits, IReadOnlyList<ReportGate> gates)
    {
        foreach (string annotation in GitHubAnnotations.Of(gates))
        {
            session.Context.Out.WriteLine(annotation);
        }

        if (session.Context.Variable(ResultPlaces.SummaryVariable) is not { Length: > 0 } summary)
        {
            session.Tell($"paname: {ResultPlaces.SummaryVariable} names no file, so no step summary was written.");
            return;
        }

        foreach (ReportGate gate in gates)
        {
            StepSummary.Add(summary, audits.FirstOrDefault(audit => audit.Gates.Contains(gate))?.Subject.Target, gate);
        }
    }

    private static void Write(IAnsiConsole console, IReadOnlyList<AuditReport> audits, IReadOnlyList<ReportGate> gates, IReadOnlyList<string> written)
    {
        console.WriteLine(FormattableString.Invariant($"Audits: {audits.Count}; gates: {gates.Count}, of which failed: {gates.Count(gate => !gate.Holds)}."));
        Table table = Tables.New("Test", "Metric", "Limit", "Verdict", "Attack", "Estimate", "L", "U");
        foreach (ReportGate gate in gates)
        {
            Tables.Row(
                table, gate.Test ?? "-", gate.Metric, Tables.Number(gate.Limit), gate.Verdict, gate.Attack ?? "-", Tables.Number(gate.Estimate), Tables.Number(gate.Lower), Tables.Number(gate.Upper));
        }

        if (gates.Count > 0)
        {
            console.Write(table);
        }

        foreach (string file in written)
        {
            console.WriteLine($"Written: {file}");
        }
    }

    private static JsonObject Document(IReadOnlyList<AuditReport> audits, IReadOnlyList<ReportGate> gates, IReadOnlyList<string> written) => new()
    {
        ["audits"] = new JsonArray([.. audits.Select(audit => (JsonNode)new JsonObject
        {
            ["key"] = audit.Key,
            ["target"] = audit.Subject.Target,
            ["attackSet"] = audit.Run.AttackSet,
            ["seed"] = audit.Run.Seed,
        })]),
        ["gates"] = new JsonArray([.. gates.Select(gate => (JsonNode)new JsonObject
        {
            ["test"] = gate.Test,
            ["kind"] = gate.Kind,
            ["metric"] = gate.Metric,
            ["limit"] = gate.Limit,
            ["verdict"] = gate.Verdict,
            ["holds"] = gate.Holds,
            ["estimate"] = gate.Estimate,
            ["lower"] = gate.Lower,
            ["upper"] = gate.Upper,
        })]),
        ["written"] = new JsonArray([.. written.Select(file => (JsonNode)file)]),
    };
}
