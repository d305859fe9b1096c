namespace Paname.Tool;

/// <summary>The model's file, and what its graph does not say.</summary>
internal sealed record ModelConfig
{
    public string? File { get; init; }

    /// <summary>"logits", "probabilities" or "labels".</summary>
    public string? Output { get; init; }

    public string? OutputName { get; init; }

    public int? Classes { get; init; }

    public IReadOnlyList<string>? ClassLabels { get; init; }

    public int? Threads { get; init; }

    public int? BatchSize { get; init; }

    public ImageConfig? Image { get; init; }
}
