namespace Paname.Testing;

/// <summary>Options of one audit.</summary>
public sealed record AuditOptions
{
    /// <summary>The seed; <see langword="null"/> (default) takes the assembly's <see cref="PanameSeedAttribute"/>, else the environment variable
    /// PANAME_SEED, else 1.</summary>
    public int? Seed { get; init; }

    /// <summary>Set it once the label map was checked by hand: a model less accurate than always answering the commonest class then raises no alarm.
    /// Default <see langword="false"/>.</summary>
    public bool LabelMapConfirmed { get; init; }

    /// <summary>Told how many of the records are scored; default <see langword="null"/>.</summary>
    public IProgress<AuditProgress>? Progress { get; init; }

    /// <summary>Stops the audit; default none.</summary>
    public CancellationToken CancellationToken { get; init; }
}
