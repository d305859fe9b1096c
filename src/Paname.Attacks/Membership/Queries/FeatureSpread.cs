using Paname.Attacks.Data;

namespace Paname.Attacks.Membership;

/// <summary>How each feature is spread over records: the units in which records are changed.</summary>
public sealed class FeatureSpread
{
    private const int Chunk = 1024;

    private FeatureSpread(double[] minimum, double[] maximum, double[] deviation, bool[] binary)
    {
        Minimum = minimum;
        Maximum = maximum;
        StandardDeviation = deviation;
        IsBinary = binary;
    }

    /// <summary>The least value of each feature.</summary>
    public IReadOnlyList<double> Minimum { get; }

    /// <summary>The largest value of each feature.</summary>
    public IReadOnlyList<double> Maximum { get; }

    /// <summary>The standard deviation of each feature, with the number of records as divisor; exactly 0 for a feature that does not vary.</summary>
    public IReadOnlyList<double> StandardDeviation { get; }

    /// <summary>Whether each feature takes the values 0 and 1, both of them and no other.</summary>
    public IReadOnlyList<bool> IsBinary { get; }

    /// <summary>Measures records.</summary>
    /// <param name="records">At least one record, of numbers.</param>
    /// <returns>One entry per feature, in the order of <see cref="FeatureMatrix"/>.</returns>
    /// <exception cref="PanameDataException">There is no record, or a field holds text.</exception>
    public static FeatureSpread Of(Records records)
    {
        ArgumentNullException.ThrowIfNull(records);
        if (records.Count == 0)
        {
            throw new PanameDataException("The spread of features needs at least one record.");
        }

        int width = FeatureMatrix.WidthOf(records);
        var minimum = new double[width];
        var maximum = new double[width];
        var mean = new double[width];
        var squares = new double[width];
        var binary = new bool[width];
        Array.Fill(minimum, double.PositiveInfinity);
        Array.Fill(maximum, double.NegativeInfinity);
        Array.Fill(binary, true);
        for (int start = 0; start < records.Count; start += Chunk)
        {
            FeatureMatrix rows = FeatureMatrix.Of(records.Select([.. Enumerable.Range(start, Math.Min(Chunk, records.Count - start))]));
            for (int i = 0; i < rows.Count; i++)
            {
                ReadOnlySpan<double> row = rows.Row(i);
                for (int j = 0; j < width; j++)
                {
                    double difference = row[j] - mean[j];
                    mean[j] += difference / (start + i + 1);
                    squares[j] += difference * (row[j] - mean[j]);
                    minimum[j] = Math.Min(minimum[j], row[j]);
                    maximum[j] = Math.Max(maximum[j], row[j]);
                    binary[j] &= row[j] is 0 or 1;
                }
            }
        }

        for (int j = 0; j < width; j++)
        {
            bool varies = maximum[j] > minimum[j];
            squares[j] = varies ? Math.Sqrt(squares[j] / records.Count) : 0;
            binary[j] &= varies;
        }

        return new FeatureSpread(minimum, maximum, squares, binary);
    }
}
