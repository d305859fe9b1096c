namespace Paname.Attacks.Membership.Risk;

/// <summary>Count, mean and variance (n - 1) of one record's values over the models on one side.</summary>
internal readonly record struct SampleMoments(int Count, double Mean, double Variance)
{
    internal double Deviation => Math.Sqrt(Variance);

    /// <summary>With n instead of n - 1, as the published privacy score has it.</summary>
    internal double PopulationDeviation => Math.Sqrt(Variance * (Count - 1) / Count);

    internal static SampleMoments Of(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        double mean = sum / values.Length;
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return new(values.Length, mean, squares / (values.Length - 1));
    }

    /// <summary>With a value of 0 and one of 1 added, for values from 0 to 1.</summary>
    internal SampleMoments WithBothEnds()
    {
        int count = Count + 2;
        double mean = ((Count * Mean) + 1) / count;
        double squares = ((Count - 1) * Variance) + (Count * (Mean - mean) * (Mean - mean)) + (mean * mean) + ((1 - mean) * (1 - mean));
        return new(count, mean, squares / (count - 1));
    }
}
