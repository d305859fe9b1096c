using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Onnx.Outputs;

/// <summary>Turns the runtime's output tensor into the classifier's float64 rows.</summary>
internal sealed class OutputReader(string model, OutputPlan plan)
{
    private readonly LabelReader _labels = new(model, plan);

    /// <summary>Reads one run.</summary>
    /// <param name="value">The output of the run.</param>
    /// <param name="ran">Records the model ran on, padding included.</param>
    /// <param name="first">One-based number of the first record, for messages.</param>
    /// <param name="outputs">Rows of the records that count; padding is left out.</param>
    internal void Read(OrtValue value, int ran, int first, Span<double> outputs)
    {
        OrtTensorTypeAndShapeInfo info = value.GetTensorTypeAndShape();
        long[] shape = info.Shape;
        if (info.ElementCount != (long)ran * plan.RawWidth || (shape.Length > 0 && shape[0] != ran))
        {
            throw new PanameDataException(
                $"{model}: output '{plan.Name}' has shape [{string.Join(',', shape)}] for {ran} records, where {plan.RawWidth} values per record were expected. Check that the first axis of inputs and outputs is the batch, and Classes.");
        }

        int count = outputs.Length / plan.Width;
        if (plan.Form == OutputForm.Labels)
        {
            _labels.Read(value, first, outputs);
            return;
        }

        if (plan is { Form: OutputForm.Rows, ClassOfColumn: null, Kind: not OutputKind.LabelsOnly })
        {
            Widen(value, outputs);
            return;
        }

        double[] buffer = ArrayPool<double>.Shared.Rent(count * plan.RawWidth);
        Span<double> raw = buffer.AsSpan(0, count * plan.RawWidth);
        Widen(value, raw);
        for (int i = 0; i < count; i++)
        {
            Row(raw.Slice(i * plan.RawWidth, plan.RawWidth), outputs.Slice(i * plan.Width, plan.Width), first + i);
        }

        ArrayPool<double>.Shared.Return(buffer);
    }

    private void Row(ReadOnlySpan<double> raw, Span<double> row, int record)
    {
        if (plan.Kind == OutputKind.LabelsOnly)
        {
            row[0] = Predicted(raw, record);
            return;
        }

        switch (plan.Form)
        {
            case OutputForm.LogitColumn:
                (row[0], row[1]) = (0, raw[0]);
                break;
            case OutputForm.OpposedPair:
                (row[0], row[1]) = (0, raw[1]);
                break;
            case OutputForm.ProbabilityColumn:
                (row[0], row[1]) = (1 - raw[0], raw[0]);
                break;
            default:
                for (int column = 0; column < raw.Length; column++)
                {
                    row[plan.ClassOfColumn![column]] = raw[column];
                }

                break;
        }
    }

    private double Predicted(ReadOnlySpan<double> raw, int record)
    {
        if (TensorPrimitives.IsNaNAny(raw))
        {
            throw new PanameDataException($"{model}: the output for record {record} holds NaN, so no class is predicted. Check the record's inputs and the model's numerical range.");
        }

        int column = plan.Form switch
        {
            OutputForm.LogitColumn => raw[0] > 0 ? 1 : 0,
            OutputForm.ProbabilityColumn => raw[0] > 0.5 ? 1 : 0,
            _ => TensorPrimitives.IndexOfMax(raw),
        };
        return plan.ClassOfColumn?[column] ?? column;
    }

    private void Widen(OrtValue value, Span<double> target)
    {
        switch (plan.Element)
        {
            case TensorElementType.Float:
                TensorPrimitives.ConvertSaturating(value.GetTensorDataAsSpan<float>()[..target.Length], target);
                break;
            case TensorElementType.Double:
                value.GetTensorDataAsSpan<double>()[..target.Length].CopyTo(target);
                break;
            case TensorElementType.Float16:
                TensorPrimitives.ConvertSaturating(MemoryMarshal.Cast<Float16, Half>(value.GetTensorDataAsSpan<Float16>())[..target.Length], target);
                break;
            default:
                throw new PanameDataException($"{model}: output '{plan.Name}' holds {plan.Element} values; scores are read as float, double or float16. Export the model with such an output.");
        }
    }
}
