namespace Paname.Tool;

/// <summary>Predictions made elsewhere, in place of a model and its data: a CSV file with one line per record, or an NPZ archive.</summary>
internal sealed record PredictionsConfig
{
    public string? File { get; init; }

    /// <summary>"logits", "probabilities", "labels", "losses" or "residuals".</summary>
    public string? Kind { get; init; }

    /// <summary>The output columns; in an NPZ archive the one array's name.</summary>
    public IReadOnlyList<string>? Outputs { get; init; }

    /// <summary>The column or array that tells members from non-members.</summary>
    public string? Member { get; init; }

    public string? Label { get; init; }

    public string? Id { get; init; }

    public string? Group { get; init; }

    public IReadOnlyDictionary<string, int>? LabelMap { get; init; }

    public int? Classes { get; init; }

    public string? Delimiter { get; init; }

    public bool? ShowIds { get; init; }
}
