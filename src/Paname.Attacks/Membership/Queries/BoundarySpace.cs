using Paname.Attacks.Data;

namespace Paname.Attacks.Membership;

/// <summary>The space a decision boundary is looked for in: the features that vary, in their units, within a box.</summary>
internal sealed class BoundarySpace
{
    private readonly int[] _features;
    private readonly double[] _units;
    private readonly double[] _minimum;
    private readonly double[] _maximum;
    private readonly double[] _least;
    private readonly double[] _largest;

    private BoundarySpace(int[] features, double[] units, double[] minimum, double[] maximum)
    {
        _features = features;
        _units = units;
        _minimum = [.. features.Select(j => minimum[j])];
        _maximum = [.. features.Select(j => maximum[j])];
        _least = [.. _minimum.Zip(units, (value, unit) => value / unit)];
        _largest = [.. _maximum.Zip(units, (value, unit) => value / unit)];
        Diagonal = Math.Sqrt(_least.Zip(_largest, (low, high) => (high - low) * (high - low)).Sum());
    }

    internal int Dimensions => _features.Length;

    /// <summary>The distance between the farthest corners of the box.</summary>
    internal double Diagonal { get; }

    internal static BoundarySpace Of(FeatureSpread spread, BoundaryDistanceOptions options)
    {
        int width = spread.Minimum.Count;
        double[] minimum = Range(options.Minimum, spread.Minimum, nameof(options.Minimum));
        double[] maximum = Range(options.Maximum, spread.Maximum, nameof(options.Maximum));
        for (int j = 0; j < width; j++)
        {
            if (spread.Minimum[j] < minimum[j] || spread.Maximum[j] > maximum[j])
            {
                throw new PanameDataException(FormattableString.Invariant(
                    $"An audited record lies outside the range given for feature {j + 1}. Widen BoundaryDistanceOptions.Minimum or Maximum, or leave them out."));
            }
        }

        int[] features = [.. Enumerable.Range(0, width).Where(j => spread.StandardDeviation[j] > 0)];
        if (features.Length == 0)
        {
            throw new PanameDataException("No feature varies over the audited records, so there is nothing to change.");
        }

        double[] units = [.. features.Select(j => options.Standardise ? spread.StandardDeviation[j] : 1)];
        return new BoundarySpace(features, units, minimum, maximum);
    }

    internal double[] Point(ReadOnlySpan<double> row)
    {
        var point = new double[Dimensions];
        for (int k = 0; k < point.Length; k++)
        {
            point[k] = row[_features[k]] / _units[k];
        }

        return point;
    }

    /// <summary>Writes a point into a row that holds the record's own values.</summary>
    internal void Write(ReadOnlySpan<double> point, Span<double> row)
    {
        for (int k = 0; k < point.Length; k++)
        {
            row[_features[k]] = Math.Clamp(point[k] * _units[k], _minimum[k], _maximum[k]);
        }
    }

    internal void Clip(Span<double> point)
    {
        for (int k = 0; k < point.Length; k++)
        {
            point[k] = Math.Clamp(point[k], _least[k], _largest[k]);
        }
    }

    internal double[] Uniform(Random random)
    {
        var point = new double[Dimensions];
        for (int k = 0; k < point.Length; k++)
        {
            point[k] = _least[k] + (random.NextDouble() * (_largest[k] - _least[k]));
        }

        return point;
    }

    private static double[] Range(IReadOnlyList<double>? given, IReadOnlyList<double> found, string option) => given switch
    {
        null => [.. found],
        [double all] => [.. Enumerable.Repeat(all, found.Count)],
        _ when given.Count == found.Count => [.. given],
        _ => throw new PanameDataException(FormattableString.Invariant($"BoundaryDistanceOptions.{option} holds {given.Count} numbers for {found.Count} features. Give one for each, or one for all.")),
    };
}
