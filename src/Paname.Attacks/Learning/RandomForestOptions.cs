namespace Paname.Attacks.Learning;

/// <summary>Options of <see cref="Learners.RandomForest"/>.</summary>
public sealed record RandomForestOptions
{
    /// <summary>How many trees; 1 to 10,000, default 100.</summary>
    public int Trees { get; init => field = OptionRange.Within(value, 1, 10_000); } = 100;

    /// <summary>How many splits lie above a leaf at most; 1 to 64, default 64: as many as the other limits leave.</summary>
    public int MaxDepth { get; init => field = OptionRange.Within(value, 1, 64); } = 64;

    /// <summary>Distinct rows a node needs to be split; 2 or more, default 2.</summary>
    public int MinSplit { get; init => field = OptionRange.Within(value, 2); } = 2;

    /// <summary>Distinct rows a leaf holds at least; 1 or more, default 1.</summary>
    public int MinLeaf { get; init => field = OptionRange.Within(value, 1); } = 1;

    /// <summary>Features tried at each split; 1 or more, default <see langword="null"/>: the square root of their number, rounded down.</summary>
    public int? MaxFeatures { get; init => field = value is { } features ? OptionRange.Within(features, 1) : null; }
}
