using System.Collections.Concurrent;
using Paname.Attacks.Data;

namespace Paname.Testing;

/// <summary>Puts a judged gate and its audit where people and tools look for them: the folder of results, the history, the summary of a workflow's step.</summary>
internal static class GateArtefacts
{
    private static readonly ConcurrentDictionary<(string Place, string Key), Lazy<bool>> Written = new();

    /// <summary>Files a gate; a gate that holds leaves files only where they were asked for.</summary>
    /// <param name="audit">The audit it judged; null for one without, such as scores made elsewhere.</param>
    /// <param name="gate">The gate, its message without a word about files.</param>
    /// <returns>What was written and what the failing test says of it.</returns>
    /// <exception cref="PanameDataException">What was asked for could not be written, and the gate holds, so that no message would tell.</exception>
    internal static FiledGate Judged(MembershipAuditResult? audit, ReportGate gate)
    {
        var errors = new List<string>();
        string? file = null;
        if ((ResultPlaces.Artifacts ?? (gate.Holds ? null : ResultPlaces.OnFailure)) is { } folder)
        {
            Try("The report", ResultPlaces.ArtifactsVariable, () => file = Save(folder, audit, gate));
        }

        if (audit is not null && ResultPlaces.History is { } history)
        {
            Try("The history", ResultPlaces.HistoryVariable, () => Once(history, audit.Report.Key, () => HistoryFile.Append(history, HistoryEntry.Of(audit.Report))));
        }

        // Shown by a server that has the result in other places too: what cannot be added there breaks no test.
        if (ResultPlaces.Summary is { } summary)
        {
            Try("The summary of the step", ResultPlaces.SummaryVariable, () => StepSummary.Add(summary, audit?.Target, gate), isExtra: true);
        }

        return new FiledGate(file, string.Concat([.. file is null ? Array.Empty<string>() : [Environment.NewLine + $"  Report: {ResultPlaces.Say(file)}"], .. errors]));

        void Try(string what, string variable, Action write, bool isExtra = false)
        {
            try
            {
                write();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or PanameDataException or NotSupportedException)
            {
                string reason = error is PanameDataException ? error.Message : $"{error.GetType().Name}. Look at {variable}.";
                if (gate.Holds && !isExtra)
                {
                    throw new PanameDataException($"{what} could not be written: {reason}");
                }

                errors.Add(Environment.NewLine + $"  {what} could not be written: {reason}");
            }
        }
    }

    private static string Save(string folder, MembershipAuditResult? audit, ReportGate gate)
    {
        Directory.CreateDirectory(folder);
        string gates = Path.Combine(folder, GateLine.FileName);
        string? report = audit is null ? null : Path.Combine(folder, ReportFolder.FileName(audit.Report.Key));
        if (report is not null)
        {
            Once(report, audit!.Report.Key, () => WholeFile.Write(report, audit.Report.ToJson()));
        }

        SharedFile.Append(gates, GateLine.Write(audit?.Report.Key, gate));
        return report ?? gates;
    }

    /// <summary>Does once per process what tests that run side by side ask for; those that come later wait until it is done.</summary>
    private static void Once(string place, string key, Action write)
    {
        try
        {
            _ = Written.GetOrAdd((place, key), _ => new Lazy<bool>(() =>
            {
                write();
                return true;
            })).Value;
        }
        catch
        {
            // The next gate tries again.
            Written.TryRemove((place, key), out _);
            throw;
        }
    }
}
