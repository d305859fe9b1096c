namespace Paname.Attacks.Shadows;

/// <summary>The arrays of signals of shadow models: paths of NPY or CSV files, or names in an NPZ archive.</summary>
/// <param name="Shadows">The signals, [models, records] or, except in CSV, [models, records, views]. In CSV a line for each model, a cell for each record, no header.</param>
/// <param name="Inclusion">1 where the model was trained on the record, else 0: [models, records].</param>
public sealed record ShadowSignalFiles(string Shadows, string Inclusion)
{
    /// <summary>Which records are members (1) and which not (0), [records], where they are in another order than members first. Default <see langword="null"/>: members first. In CSV a single line.</summary>
    public string? Member { get; init; }

    /// <summary>The target's own signals, [records] or [records, views]. Default <see langword="null"/>: computed from the target's outputs. In CSV a single line.</summary>
    public string? Target { get; init; }

    /// <summary>The target's signals on population records, [population records] or [population records, views]. Default <see langword="null"/>: there is no population. In CSV a single line.</summary>
    public string? PopulationTarget { get; init; }

    /// <summary>The shadow models' signals on population records, [models, population records] or [models, population records, views]. Given exactly when <see cref="PopulationTarget"/> is.</summary>
    public string? PopulationShadows { get; init; }

    /// <summary>1 where the model was trained on the population record, else 0: [models, population records]. Default <see langword="null"/>: none was.</summary>
    public string? PopulationInclusion { get; init; }
}
