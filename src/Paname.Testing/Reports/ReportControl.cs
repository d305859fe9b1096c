namespace Paname.Testing;

/// <summary>What one control gave: whether attacks could have found a leak, found one out of nothing, or measured a shifted split.</summary>
/// <param name="Kind">"positive", "null" or "blind".</param>
/// <param name="Outcome">"passed", "failed" or "not run".</param>
/// <param name="Detail">The numbers or the reason, as one sentence.</param>
public sealed record ReportControl(string Kind, string Outcome, string Detail)
{
    /// <summary>The attack it concerns, or <see langword="null"/> for the audit.</summary>
    public string? Attack { get; init; }
}
