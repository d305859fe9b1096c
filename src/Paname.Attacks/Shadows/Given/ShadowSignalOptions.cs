namespace Paname.Attacks.Shadows;

/// <summary>What goes with signals of shadow models. Every property has a default.</summary>
public sealed record ShadowSignalOptions
{
    /// <summary>Whether each record is a member, where the records of the arrays are in another order than members first: they are put in order, each side as it stands.
    /// Default <see langword="null"/>: the arrays are in the audit's order, members, then non-members.</summary>
    public IReadOnlyList<bool>? Member { get; init; }

    /// <summary>How many views (augmentations) of each record there are, 1 at least. Default 1.</summary>
    public int Views { get; init; } = 1;

    /// <summary>The target's own signals, of the same kind: row-major, records x views. Default <see langword="null"/>: computed from the target's outputs, which one view of
    /// scaled logits, probabilities or losses allows.</summary>
    public ReadOnlyMemory<double>? Target { get; init; }

    /// <summary>The target's signals on population records: row-major, population records x views. Default <see langword="null"/>: there is no population.</summary>
    public ReadOnlyMemory<double>? PopulationTarget { get; init; }

    /// <summary>The shadow models' signals on population records: row-major, models x population records x views. Given exactly when <see cref="PopulationTarget"/> is.</summary>
    public ReadOnlyMemory<double>? PopulationShadows { get; init; }

    /// <summary>Which model was trained on which population record. Default <see langword="null"/>: none was.</summary>
    public InclusionMask? PopulationInclusion { get; init; }
}
