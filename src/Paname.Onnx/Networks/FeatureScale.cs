using System.Numerics;
using Paname.Attacks.Data;

namespace Paname.Onnx.Networks;

/// <summary>The mean and standard deviation of each feature, or channel of an image, over records.</summary>
internal sealed record FeatureScale(IReadOnlyList<double> Mean, IReadOnlyList<double> Deviation)
{
    internal static FeatureScale Of(Records records)
    {
        if (records.Fields is not [RecordField field])
        {
            throw new PanameDataException($"Standardize reads records of one field of numbers; these have {records.Fields.Count} fields. Give means and deviations instead.");
        }

        return field switch
        {
            RecordField<float> numbers => Of(numbers),
            RecordField<double> numbers => Of(numbers),
            RecordField<long> numbers => Of(numbers),
            RecordField<byte> numbers => Of(numbers),
            _ => throw new PanameDataException($"Standardize reads numbers; field '{field.Name}' holds {field.ElementType.Name}. Map it to numbers first."),
        };
    }

    private static FeatureScale Of<T>(RecordField<T> field)
        where T : struct, INumber<T>
    {
        int features = field.Shape.Count == 0 ? 1 : field.Shape[0];
        int inner = field.Width / features;
        double[] mean = new double[features];
        double[] square = new double[features];
        ReadOnlySpan<T> values = field.Values.Span;
        double terms = (double)field.Count * inner;
        for (int i = 0; i < values.Length; i++)
        {
            mean[i / inner % features] += double.CreateChecked(values[i]) / terms;
        }

        for (int i = 0; i < values.Length; i++)
        {
            double distance = double.CreateChecked(values[i]) - mean[i / inner % features];
            square[i / inner % features] += distance * distance / terms;
        }

        // A feature that never varies is only centred.
        return new(mean, Array.ConvertAll(square, value => value > 0 ? Math.Sqrt(value) : 1));
    }
}
