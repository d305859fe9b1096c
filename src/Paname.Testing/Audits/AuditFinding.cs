namespace Paname.Testing;

/// <summary>Something the reader of a verdict must know about the audit.</summary>
/// <param name="Message">One sentence, without a final full stop; no value of a record.</param>
/// <param name="BlocksPass">Whether it turns Pass into Inconclusive.</param>
public sealed record AuditFinding(string Message, bool BlocksPass)
{
    /// <summary>Whether it turns Fail into Inconclusive: what looks like a leak may be something else, such as a shifted split. Default <see langword="false"/>.</summary>
    public bool BlocksFail { get; init; }

    /// <summary>The attacks it speaks of, by name; default <see langword="null"/>: all of the audit.</summary>
    public IReadOnlyList<string>? Attacks { get; init; }

    internal bool SpeaksOf(string attack) => Attacks is null || Attacks.Contains(attack, StringComparer.Ordinal);
}
