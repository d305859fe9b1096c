namespace Paname.Attacks.Data;

/// <summary>How membership data speaks of its records and classes.</summary>
public sealed record MembershipDataOptions
{
    /// <summary>Prints the declared ids in messages: only for ids that are opaque, never for names or numbers that identify a person.
    /// Default: off; records appear by their position.</summary>
    public bool ShowIds { get; init; }

    /// <summary>A name for each class, in the order of the class indices. Default: none.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }
}
