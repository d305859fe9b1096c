namespace Paname.Tool;

/// <summary>How the target was trained; without it models are retrained until their loss is the target's.</summary>
internal sealed record RecipeConfig
{
    /// <summary>"adam", "adamw" or "sgd".</summary>
    public string? Optimiser { get; init; }

    public double? LearningRate { get; init; }

    public int? Epochs { get; init; }

    public int? BatchSize { get; init; }

    public double? WeightDecay { get; init; }

    /// <summary>With sgd only.</summary>
    public double? Momentum { get; init; }

    public double? TargetLoss { get; init; }
}
