namespace Paname.Testing;

/// <summary>The estimates of several trainings of one recipe: how far the luck of seeds moves a metric.</summary>
/// <param name="Values">One estimate per retraining.</param>
/// <param name="Models">SHA-256 of each model, in the same order; <see langword="null"/> for a delegate.</param>
public sealed record BaselineRetrainings(IReadOnlyList<double> Values, IReadOnlyList<string?> Models)
{
    /// <summary>How many there are.</summary>
    public int Count => Values.Count;

    /// <summary>Their mean.</summary>
    public double Mean => Values.Average();

    /// <summary>Their standard deviation (n - 1), or <see langword="null"/> for a single one.</summary>
    public double? StandardDeviation => Count < 2 ? null : Math.Sqrt(Values.Sum(value => (value - Mean) * (value - Mean)) / (Count - 1));
}
