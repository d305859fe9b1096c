namespace Paname.Attacks.Learning;

/// <summary>Means and scales of the columns of a table; a constant column has scale 1 and becomes 0.</summary>
internal sealed class Standardization
{
    private readonly double[] _means;
    private readonly double[] _scales;

    private Standardization(double[] means, double[] scales)
    {
        _means = means;
        _scales = scales;
    }

    internal int Width => _means.Length;

    internal static Standardization Of(FeatureTable features)
    {
        var means = new double[features.Width];
        var scales = new double[features.Width];
        for (int c = 0; c < means.Length; c++)
        {
            double largest = 0;
            for (int r = 0; r < features.Rows; r++)
            {
                largest = Math.Max(largest, Math.Abs(features.Row(r)[c]));
            }

            // Scaled by the largest value, no square of a finite feature overflows.
            double unit = largest > 0 ? largest : 1;
            double mean = 0;
            for (int r = 0; r < features.Rows; r++)
            {
                mean += features.Row(r)[c] / unit / features.Rows;
            }

            double squares = 0;
            for (int r = 0; r < features.Rows; r++)
            {
                double deviation = (features.Row(r)[c] / unit) - mean;
                squares += deviation * deviation / features.Rows;
            }

            double deviationOfUnits = Math.Sqrt(squares);
            means[c] = mean * unit;
            // Below rounding of the mean the column is constant.
            scales[c] = deviationOfUnits > 1e-12 ? deviationOfUnits * unit : double.PositiveInfinity;
        }

        return new Standardization(means, scales);
    }

    internal double[] Apply(FeatureTable features)
    {
        LearnerChecks.SameWidth(features, Width);
        double[] values = features.Values.ToArray();
        for (int i = 0; i < values.Length; i++)
        {
            int column = i % Width;
            values[i] = (values[i] - _means[column]) / _scales[column];
        }

        return values;
    }
}
