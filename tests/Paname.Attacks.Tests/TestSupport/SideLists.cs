namespace Paname.Attacks.Tests.TestSupport;

/// <summary>For each record the signals of the models trained on it and of those trained without it, as lists: what peers start from.</summary>
internal sealed record SideLists(double[][] In, double[][] Out)
{
    /// <summary>From signals and flags, models x records.</summary>
    internal static SideLists Of(double[] signals, double[] trainedOn, int records)
    {
        int models = signals.Length / records;
        return new SideLists(Lists(true), Lists(false));

        double[][] Lists(bool inside) =>
            [.. Enumerable.Range(0, records).Select(i => (double[])[.. Enumerable.Range(0, models).Where(m => trainedOn[(m * records) + i] != 0 == inside).Select(m => signals[(m * records) + i])])];
    }

    /// <summary>Each side cut to its shortest list, as plot.py of Carlini et al. does.</summary>
    internal SideLists Truncated() => new(Cut(In), Cut(Out));

    internal static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return 0.5 * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]);
    }

    /// <summary>The standard deviation over n, as NumPy's default.</summary>
    internal static double Deviation(IReadOnlyCollection<double> values)
    {
        double mean = Mean([.. values]);
        return Math.Sqrt(Mean([.. values.Select(v => (v - mean) * (v - mean))]));
    }

    /// <summary>The mean with the order of summation of NumPy: where all values are equal, the last digit decides in SACRO-ML whether the target's lies above or below.</summary>
    internal static double Mean(double[] values) => Sum(values) / values.Length;

    private static double Sum(ReadOnlySpan<double> values)
    {
        if (values.Length > 128)
        {
            int half = values.Length / 2 / 8 * 8;
            return Sum(values[..half]) + Sum(values[half..]);
        }

        double sum = 0;
        int whole = values.Length / 8 * 8;
        if (whole > 0)
        {
            double[] lanes = new double[8];
            for (int i = 0; i < whole; i++)
            {
                lanes[i % 8] = i < 8 ? values[i] : lanes[i % 8] + values[i];
            }

            sum = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
        }

        foreach (double value in values[whole..])
        {
            sum += value;
        }

        return sum;
    }

    internal static double LogDensity(double x, double mean, double deviation)
        => -0.5 * ((x - mean) / deviation * ((x - mean) / deviation)) - Math.Log(deviation) - (0.5 * Math.Log(2 * Math.PI));

    private static double[][] Cut(double[][] lists)
    {
        int shortest = lists.Min(list => list.Length);
        return [.. lists.Select(list => list[..shortest])];
    }
}
