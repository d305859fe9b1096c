namespace Paname.Testing;

/// <summary>How useful the model is, measured by its owner, to stand beside what it leaks: privacy is easy to gain by giving up the use.</summary>
/// <param name="Name">Its name, such as "accuracy" or "AUROC on the holdout"; not empty.</param>
/// <param name="Value">Its value; finite.</param>
/// <exception cref="ArgumentException">The name is empty, the value not finite or the standard error negative or not finite.</exception>
public sealed record UtilityMetric(string Name, double Value)
{
    /// <summary>Its name, such as "accuracy" or "AUROC on the holdout".</summary>
    public string Name { get; init => field = Named(value); } = Named(Name);

    /// <summary>Its value.</summary>
    public double Value { get; init => field = Finite(value); } = Finite(Value);

    /// <summary>Whether a higher value is more useful; default <see langword="true"/>.</summary>
    public bool HigherIsBetter { get; init; } = true;

    /// <summary>The standard error of the value, 0 or more; default <see langword="null"/>: unknown.</summary>
    public double? StandardError
    {
        get;
        init => field = value is null or (>= 0 and < double.PositiveInfinity)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(StandardError), "The standard error of a utility metric is 0 or more and finite; leave it out when it is not known.");
    }

    private static string Named(string name)
        => string.IsNullOrWhiteSpace(name) ? throw new ArgumentException("A utility metric needs a name, such as \"accuracy\".", nameof(name)) : name;

    private static double Finite(double value)
        => double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), "The value of a utility metric is finite.");
}
