namespace Paname.Attacks.Learning;

/// <summary>Options of <see cref="Learners.GradientBoostedTrees"/>.</summary>
public sealed record GradientBoostingOptions
{
    /// <summary>How many trees are added; 1 to 10,000, default 100.</summary>
    public int Rounds { get; init => field = OptionRange.Within(value, 1, 10_000); } = 100;

    /// <summary>The share of each tree's correction that is taken; above 0, at most 1, default 0.1.</summary>
    public double LearningRate { get; init => field = OptionRange.Above(value, 0, 1); } = 0.1;

    /// <summary>How many splits lie above a leaf at most; 1 to 64, default 5.</summary>
    public int MaxDepth { get; init => field = OptionRange.Within(value, 1, 64); } = 5;

    /// <summary>Rows a leaf holds at least; 1 or more, default 20.</summary>
    public int MinLeaf { get; init => field = OptionRange.Within(value, 1); } = 20;

    /// <summary>L2 penalty on the values of leaves; 0 or more, default 0.</summary>
    public double Penalty { get; init => field = OptionRange.From(value, 0); }

    /// <summary>Stops when the loss on a tenth of the rows, kept apart by the seed, has not fallen for this many rounds; 1 or more, default <see langword="null"/>: never.</summary>
    public int? EarlyStopping { get; init => field = value is { } rounds ? OptionRange.Within(rounds, 1) : null; }
}
