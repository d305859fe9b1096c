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

    /// <summary>Copies the rows of one input's gradient into the columns they have among those of all inputs.</summary>
    /// <returns>The width of the rows.</returns>
    internal static int ReadRows(OrtValue value, int count, Span<float> rows, int width, int offset)
    {
        OrtTensorTypeAndShapeInfo info = value.GetTensorTypeAndShape();
        int own = (int)(info.ElementCount / Math.Max(1, info.Shape[0]));
        RequireFilled(Math.Min(offset + own, width), offset + own);
        for (int i = 0; i < count; i++)
        {
            Span<float> target = rows.Slice((i * width) + offset, own);
            if (info.ElementDataType == TensorElementType.Double)
            {
                TensorPrimitives.ConvertTruncating(value.GetTensorDataAsSpan<double>().Slice(i * own, own), target);
            }
            else
            {
                value.GetTensorDataAsSpan<float>().Slice(i * own, own).CopyTo(target);
            }
        }

        return own;
    }

    /// <summary>The caller's span must have the width that the records turn out to have.</summary>
    internal static void RequireFilled(int filled, int width)
    {
        if (filled != width)
        {
            throw new ArgumentException($"The span for gradients has room for {width} values per record; the records have {filled} floating-point values each.", "gradients");
        }
    }

    internal static void RequireFinite(string model, ReadOnlySpan<float> gradient, int record)
    {
        foreach (float value in gradient)
        {
            RequireFinite(model, (double)value, record);
        }
    }

    internal static double RequireFinite(string model, double value, int record)
        => double.IsFinite(value) ? value : throw NotFinite(model, FormattableString.Invariant($"record {record}"));

    internal static void RequireFinite(string model, ReadOnlySpan<double> sums, int first, int last)
    {
        foreach (double value in sums)
        {
            if (!double.IsFinite(value))
            {
                throw NotFinite(model, FormattableString.Invariant($"one of the records {first} to {last}"));
            }
        }
    }

    private static PanameDataException NotFinite(string model, string records)
        => new($"{model}: the gradient for {records} is not a finite number. Its values leave the range of float32 somewhere on the way: look for a missing value or one far outside the others' range, and export logits rather than probabilities.");
}
