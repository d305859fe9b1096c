namespace Paname.Testing;

/// <summary>How far an audit has come.</summary>
/// <param name="Scored">Records scored so far.</param>
/// <param name="Total">Records to score: members and non-members.</param>
public readonly record struct AuditProgress(int Scored, int Total)
{
    /// <summary>What is being done once the records are scored, such as "shadow models: 3 of 16" or "attack LiRA"; <see langword="null"/> before.</summary>
    public string? Work { get; init; }
}
