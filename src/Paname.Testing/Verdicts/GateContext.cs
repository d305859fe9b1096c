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

    /// <summary>The test that runs, "Namespace.Class.Method", where the framework tells; null where it does not.</summary>
    internal Func<string?> RunningTest { get; init; } = static () => null;

    internal BaselineSession Baselines { get; init; } = BaselineSession.Current;

    internal Action<Verdict> Judged { get; init; } = static _ => { };

    internal void Require(BaselineVerdict verdict)
    {
        if (!verdict.Holds)
        {
            Fail(verdict.Message);
        }
    }
}
