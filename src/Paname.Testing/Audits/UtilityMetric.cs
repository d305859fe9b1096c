namespace Paname.Testing;

/// <summary>How useful the model is, measured by its owner, to stand beside what it leaks: privacy is easy to gain by giving up the use.</summary>
/// <param name="Name">Its name, such as "accuracy" or "AUROC on the holdout".</param>
/// <param name="Value">Its value; finite.</param>
public sealed record UtilityMetric(string Name, double Value)
{
    /// <summary>Whether a higher value is more useful; default <see langword="true"/>.</summary>
    public bool HigherIsBetter { get; init; } = true;

    /// <summary>The standard error of the value, 0 or more; default <see langword="null"/>: unknown.</summary>
    public double? StandardError { get; init; }
}
