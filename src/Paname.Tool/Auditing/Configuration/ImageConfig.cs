namespace Paname.Tool;

/// <summary>How image records become the model's input.</summary>
internal sealed record ImageConfig
{
    /// <summary>"channels-first" or "channels-last".</summary>
    public string? RecordLayout { get; init; }

    /// <summary>"channels-first" or "channels-last".</summary>
    public string? ModelLayout { get; init; }

    public double? Scale { get; init; }

    public IReadOnlyList<double>? Mean { get; init; }

    public IReadOnlyList<double>? StandardDeviation { get; init; }
}
