namespace Paname.Tool;

/// <summary>How useful the model is, to stand beside what it leaks.</summary>
internal sealed record UtilityConfig
{
    public string? Name { get; init; }

    public double? Value { get; init; }

    public bool? HigherIsBetter { get; init; }

    public double? StandardError { get; init; }
}
