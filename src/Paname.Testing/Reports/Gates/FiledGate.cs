namespace Paname.Testing;

/// <summary>What became of a judged gate's files.</summary>
/// <param name="File">The file that tells of the audit, or of the gate where there is no audit; null when none was written.</param>
/// <param name="Note">What a failing test's message says of it, as lines after its own; empty for nothing.</param>
internal sealed record FiledGate(string? File, string Note);
