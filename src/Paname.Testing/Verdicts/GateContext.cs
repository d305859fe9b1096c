using System.Diagnostics.CodeAnalysis;

namespace Paname.Testing;

/// <summary>Which test judges, and whom it tells.</summary>
internal sealed record GateContext
{
    internal required string Framework { get; init; }

    internal required FailureSink Fail { get; init; }

    /// <summary>The test's name for the replay line, or null when unknown.</summary>
    internal string? Test { get; init; }

    /// <summary>The one attack to judge, or null for all.</summary>
    internal string? Attack { get; init; }

    /// <summary>Given a file that belongs to the running test's result; null where a framework takes none.</summary>
    internal Action<string>? Attach { get; init; }

    /// <summary>The test that runs, "Namespace.Class.Method", where the framework tells; null where it does not.</summary>
    internal Func<string?> RunningTest { get; init; } = static () => null;

    /// <summary>The test as commands name it: with its class where that is known exactly, else by the method that asked; null when unknown.</summary>
    internal string? TestName
        => Attack is null && RunningTest() is { } running && (Test is null || running.EndsWith("." + Test, StringComparison.Ordinal)) ? running : Test;

    /// <summary>The command that repeats a judgement, given its seed; of the test by default.</summary>
    [AllowNull]
    internal Func<int, string> Replay { get => field ?? (seed => TestCommand.Replay(seed, TestName)); init; }

    internal BaselineSession Baselines { get; init; } = BaselineSession.Current;

    internal Action<Verdict> Judged { get; init; } = static _ => { };

    internal void Require(BaselineVerdict verdict)
    {
        if (!verdict.Holds)
        {
            Fail(verdict.Message);
        }
    }

    /// <summary>Files a judged gate, and attaches the file to the result of a failing test.</summary>
    /// <returns>What the failing test's message says of it, as lines after its own; empty for nothing.</returns>
    internal string File(MembershipAuditResult? audit, ReportGate gate)
    {
        FiledGate filed = GateArtefacts.Judged(audit, gate);
        if (gate.Holds)
        {
            return string.Empty;
        }

        if (filed.File is { } file)
        {
            Attach?.Invoke(file);
        }

        return filed.Note;
    }
}
