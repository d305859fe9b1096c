using Paname.Attacks.Data;

namespace Paname.Testing;

/// <summary>A folder of results, as tests write it to the one named by PANAME_ARTIFACTS: audit-*.json, one <see cref="AuditReport"/> each, and gates.jsonl, one
/// <see cref="ReportGate"/> per line with the key of its audit.</summary>
public static class ReportFolder
{
    /// <summary>Reads the audits of a folder, each with the gates that judged it.</summary>
    /// <param name="directory">The folder.</param>
    /// <returns>The audits in the order they were begun. A gate judged again by a later run counts once, as it was judged last.</returns>
    /// <exception cref="PanameDataException">There is no such folder, or a file of it is damaged; the message names file, line and field.</exception>
    public static IReadOnlyList<AuditReport> Read(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        AuditReport[] audits = [.. Files(directory).Select(Audit).OrderBy(audit => audit.Run.Started).ThenBy(audit => audit.Key, StringComparer.Ordinal)];
        ILookup<string?, ReportGate> gates = Lines(directory).ToLookup(line => line.Audit, line => line.Gate);
        string? lost = gates.FirstOrDefault(group => group.Key is { } key && audits.All(audit => audit.Key != key))?.Key;
        return lost is null
            ? [.. audits.Select(audit => audit with { Gates = [.. audit.Gates, .. gates[audit.Key]] })]
            : throw new PanameDataException($"{GateLine.FileName} speaks of the audit {lost}, but there is no such report beside it. Remove the folder and run the tests again.");
    }

    /// <summary>Reads the gates of a folder: those inside its audits, as the tool writes them, and those of its gates.jsonl, also without an audit, such as claims held against scores made elsewhere.</summary>
    /// <param name="directory">The folder.</param>
    /// <returns>The gates in the order they were judged, each once.</returns>
    /// <exception cref="PanameDataException">There is no such folder, or a file of it is damaged; the message names file, line and field.</exception>
    public static IReadOnlyList<ReportGate> ReadGates(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return [.. Files(directory).SelectMany(file => Audit(file).Gates), .. Lines(directory).Select(line => line.Gate)];
    }

    internal static string FileName(string key) => $"audit-{key}.json";

    private static string[] Files(string directory)
        => Directory.Exists(directory)
            ? Directory.GetFiles(directory, FileName("*"))
            : throw new PanameDataException("There is no such folder of results. Run the tests with PANAME_ARTIFACTS naming it.");

    private static AuditReport Audit(string file) => AuditReport.Parse(File.ReadAllText(file), Path.GetFileName(file));

    private static IEnumerable<(string? Audit, ReportGate Gate)> Lines(string directory)
    {
        string path = Path.Combine(directory, GateLine.FileName);
        if (!File.Exists(path))
        {
            return [];
        }

        string[] lines = File.ReadAllText(path).Split('\n');
        if (lines[^1].Length > 0)
        {
            throw new PanameDataException(FormattableString.Invariant($"Line {lines.Length} of {GateLine.FileName}, its last, has no end: it was only half written. Run the tests again."));
        }

        // A folder may be written by several runs: what is the same gate counts as it was judged last.
        return lines[..^1]
            .Select((line, i) => GateLine.Read(line.TrimEnd('\r'), FormattableString.Invariant($"Line {i + 1} of {GateLine.FileName}")))
            .GroupBy(line => (line.Audit, line.Gate.Framework, line.Gate.Test, line.Gate.Kind, line.Gate.Metric, line.Gate.Limit, line.Gate.Evidence, line.Gate.Attack, line.Gate.Line))
            .Select(same => same.Last());
    }
}
