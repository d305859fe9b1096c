namespace Paname.Tool;

/// <summary>The baseline that the audit is held against.</summary>
internal sealed record BaselineConfig
{
    /// <summary>The *.verified.json file; the received file is written beside it.</summary>
    public string? File { get; init; }

    public double? Margin { get; init; }

    public IReadOnlyList<double>? GatedTprAt { get; init; }
}
