namespace Paname.Attacks.Targets;

/// <summary>What is known of predictions besides outputs, membership and labels; all lists in the order given to the factory.</summary>
public sealed record PredictionOptions
{
    /// <summary>A name for messages. Default: "predictions", or the name of the file.</summary>
    public string? Name { get; init; }

    /// <summary>A distinct id for each record. Default: none.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>The group of each record; records of one group are treated as dependent. Default: none.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>A name for each class. Default: none.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Prints the ids in messages: only for ids that are opaque. Default: off.</summary>
    public bool ShowIds { get; init; }
}
