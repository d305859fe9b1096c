namespace Paname.Testing;

/// <summary>How far an audit has come.</summary>
/// <param name="Scored">Records scored so far.</param>
/// <param name="Total">Records to score: members and non-members.</param>
public readonly record struct AuditProgress(int Scored, int Total);
