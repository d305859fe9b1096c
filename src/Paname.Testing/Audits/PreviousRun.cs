namespace Paname.Testing;

/// <summary>The model a baseline was accepted with, attacked in the same run on the same records with the same seed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fingerprint">Its SHA-256, or null for a delegate.</param>
internal sealed record PreviousRun(string Name, string? Fingerprint)
{
    /// <summary>Why it was not attacked at all, as a clause; null when it was.</summary>
    internal string? NotRun { get; init; }

    /// <summary>One entry for each attack of the audit that ran.</summary>
    internal IReadOnlyDictionary<string, PairedAuc> Attacks { get; init; } = new Dictionary<string, PairedAuc>();
}
