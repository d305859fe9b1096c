namespace Paname.Tool;

/// <summary>A paname.json: what is audited, how, held against what, and what is written. Options of the command line take the place of its properties.</summary>
internal sealed record AuditConfig
{
    /// <summary>For editors only: the schema's address.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public ModelConfig? Model { get; init; }

    public DataConfig? Data { get; init; }

    public PredictionsConfig? Predictions { get; init; }

    public RunConfig? Audit { get; init; }

    public ShadowsConfig? Shadows { get; init; }

    public IReadOnlyList<LimitConfig>? Limits { get; init; }

    public BaselineConfig? Baseline { get; init; }

    public IReadOnlyList<UtilityConfig>? Utility { get; init; }

    public OutputsConfig? Outputs { get; init; }
}
