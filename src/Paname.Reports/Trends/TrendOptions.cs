namespace Paname.Reports;

/// <summary>How changes are told from luck in a history.</summary>
public sealed record TrendOptions
{
    private readonly double _seedStandardDeviation = .005;

    /// <summary>The standard deviation between trainings of one recipe with different seeds; above 0, at most .5; default .005.
    /// It adds to the standard error of each run's estimate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of that range.</exception>
    public double SeedStandardDeviation
    {
        get => _seedStandardDeviation;
        init => _seedStandardDeviation = value is > 0 and <= .5
            ? value
            : throw new ArgumentOutOfRangeException(nameof(SeedStandardDeviation), "SeedStandardDeviation must be above 0 and at most .5.");
    }
}
