namespace Paname.Testing;

/// <summary>What accepting a run came to: a new baseline, or a refusal.</summary>
/// <param name="Accepted">The baseline to store, or <see langword="null"/> when refused.</param>
/// <param name="Refusal">Why nothing was accepted and what to do, or <see langword="null"/>.</param>
/// <param name="Done">What was accepted, in one or two sentences; empty when refused.</param>
public sealed record AcceptResult(Baseline? Accepted, string? Refusal, string Done);
