using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Paname.Attacks.Data;

namespace Paname.Onnx.Gradients;

/// <summary>Reads what a graph of gradients gives, and refuses what is no number.</summary>
internal static class GradientValues
{
    /// <summary>Reads the first values of a vector of float32.</summary>
    internal static void Read(OrtValue value, Span<double> target)
        => TensorPrimitives.ConvertTruncating(value.GetTensorDataAsSpan<float>()[..target.Length], target);

    /// <summary>Adds a gradient of float32 or float64 to a sum.</summary>
    internal static void Add(OrtValue value, Span<double> sum)
    {
        double[] numbers = new double[sum.Length];
        if (value.GetTensorTypeAndShape().ElementDataType == TensorElementType.Double)
        {
            value.GetTensorDataAsSpan<double>().CopyTo(numbers);
        }
        else
        {
            TensorPrimitives.ConvertTruncating(value.GetTensorDataAsSpan<float>(), numbers);
        }

        TensorPrimitives.Add(sum, numbers, sum);
    }

    internal static float[] Mean(double[] sum, int count)
    {
        TensorPrimitives.Divide(sum, count, sum);
        float[] mean = new float[sum.Length];
        TensorPrimitives.ConvertTruncating(sum, mean);
        return mean;
    }

    /// <summary>Lays the rows of every input's gradient side by side.</summary>
    /// <param name="values">The gradients, float32 or float64.</param>
    /// <param name="rows">Records x <paramref name="width"/>; further records of the gradients are left out.</param>
    /// <param name="width">Values per record.</param>
    internal static void ReadRows(IReadOnlyList<OrtValue> values, Span<float> rows, int width)
    {
        int[] widths = [.. values.Select(value => value.GetTensorTypeAndShape()).Select(info => (int)(info.ElementCount / Math.Max(1, info.Shape[0])))];
        if (widths.Sum() != width)
        {
            throw new ArgumentException($"The span for gradients has room for {width} values per record; these records have {widths.Sum()} floating-point values each.", nameof(rows));
        }

        int offset = 0;
        for (int i = 0; i < values.Count; i++)
        {
            CopyRows(values[i], rows, width, offset, widths[i]);
            offset += widths[i];
        }
    }

    private static void CopyRows(OrtValue value, Span<float> rows, int width, int offset, int own)
    {
        bool isDouble = value.GetTensorTypeAndShape().ElementDataType == TensorElementType.Double;
        ReadOnlySpan<double> doubles = isDouble ? value.GetTensorDataAsSpan<double>() : default;
        ReadOnlySpan<float> floats = isDouble ? default : value.GetTensorDataAsSpan<float>();
        for (int row = 0; row * width < rows.Length; row++)
        {
            Span<float> target = rows.Slice((row * width) + offset, own);
            if (isDouble)
            {
                TensorPrimitives.ConvertTruncating(doubles.Slice(row * own, own), target);
            }
            else
            {
                floats.Slice(row * own, own).CopyTo(target);
            }
        }
    }

    internal static void RequireFinite(string model, ReadOnlySpan<float> gradient, int record)
    {
        // A sum of finite values may overflow: only then is each looked at.
        if (float.IsFinite(TensorPrimitives.SumOfMagnitudes(gradient)))
        {
            return;
        }

        foreach (float value in gradient)
        {
            RequireFinite(model, (double)value, record);
        }
    }

    internal static double RequireFinite(string model, double value, int record)
        => double.IsFinite(value) ? value : throw NotFinite(model, FormattableString.Invariant($"record {record}"));

    internal static void RequireFinite(string model, ReadOnlySpan<double> sums, int first, int last)
    {
        // Sums of float32 do not overflow float64.
        if (!double.IsFinite(TensorPrimitives.SumOfMagnitudes(sums)))
        {
            throw NotFinite(model, FormattableString.Invariant($"one of the records {first} to {last}"));
        }
    }

    private static PanameDataException NotFinite(string model, string records)
        => new($"{model}: the gradient for {records} is not a finite number. Its values leave the range of float32 somewhere on the way: look for a missing value or one far outside the others' range, and export logits rather than probabilities.");
}
