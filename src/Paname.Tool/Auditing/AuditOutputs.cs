using Paname.Testing;

namespace Paname.Tool;

/// <summary>Writes the files of an audit, and its line of the history.</summary>
internal static class AuditOutputs
{
    internal static IReadOnlyList<string> Write(OutputsConfig outputs, MembershipAuditResult audit, IReadOnlyList<JudgedGate> judged)
    {
        ReportGate[] gates = [.. judged.Select(gate => gate.Gate)];
        AuditReport report = AuditReport.Of(audit) with { Gates = gates };
        IReadOnlyList<HistoryEntry> history = [];
        if (outputs.History is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            HistoryFile.Append(file, HistoryEntry.Of(report));
            history = HistoryFile.Read(file);
        }

        IReadOnlyList<string> written = ReportFiles.Write(outputs, [report], gates, history);
        return outputs.History is { } added ? [.. written, added] : written;
    }
}
