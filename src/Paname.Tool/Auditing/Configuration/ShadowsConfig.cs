namespace Paname.Tool;

/// <summary>Where shadow models come from: retrained within the audit and kept in a cache, or read from a folder of 'paname shadows train'.</summary>
internal sealed record ShadowsConfig
{
    /// <summary>How many are retrained; an even number.</summary>
    public int? Count { get; init; }

    /// <summary>The folder retrained models are kept in.</summary>
    public string? Cache { get; init; }

    /// <summary>A folder written by 'paname shadows train', in place of retraining.</summary>
    public string? Folder { get; init; }

    public RecipeConfig? Recipe { get; init; }
}
