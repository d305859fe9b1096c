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

    internal Action<Verdict> Judged { get; init; } = static _ => { };
}
