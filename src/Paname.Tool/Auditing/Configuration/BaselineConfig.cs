namespace Paname.Tool;

/// <summary>The baseline that the audit is held against.</summary>
internal sealed record BaselineConfig
{
    /// <summary>The *.verified.json file; the received file is written beside it.</summary>
    public string? File { get; init; }

    /// <summary>The model file the baseline was accepted with: scored on the same records, it lets far smaller changes be seen.</summary>
    public string? Previous { get; init; }

    public double? Margin { get; init; }

    public IReadOnlyList<double>? GatedTprAt { get; init; }
}
