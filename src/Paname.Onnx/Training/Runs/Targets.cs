using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;
using Paname.Onnx.Training.Losses;

namespace Paname.Onnx.Training.Runs;

/// <summary>The labels or target values of all records.</summary>
internal static class Targets
{
    internal static OrtValue Create(string model, LabelledRecords data, LossReading reading, string? field)
    {
        if (reading.Loss == TrainingLoss.MeanSquaredError)
        {
            long width = field is null ? 1 : data.Records.Fields.FirstOrDefault(each => each.Name == field)?.Width ?? 1;
            return (reading.Width ?? width) != width
                ? throw new PanameDataException(FormattableString.Invariant(
                    $"{model}: the output has {reading.Width} values per record, but {(field is null ? "a label is" : $"field '{field}' gives")} {width}. Name a field of as many targets in TrainingRecipe.TargetField, or another output in OnnxTrainerOptions.OutputName."))
                : field is null ? Tensor([.. data.Labels.Select(label => (float)label)], [data.Count]) : Values(model, data.Records, field);
        }

        for (int i = 0; i < data.Count; i++)
        {
            if (data.Labels[i] >= reading.Classes)
            {
                throw new PanameDataException(FormattableString.Invariant(
                    $"{model}: record {i + 1} has a label outside the model's {reading.Classes} classes (0 to {reading.Classes - 1}). Map the labels to the class indices of the model."));
            }
        }

        return Tensor([.. data.Labels.Select(label => (long)label)], [data.Count]);
    }

    /// <summary>The records without the field of targets, which feeds no input.</summary>
    internal static Records Without(Records records, string? field)
        => field is null || records.Fields.Count == 1 ? records : new Records([.. records.Fields.Where(each => each.Name != field)]);

    private static OrtValue Values(string model, Records records, string name)
    {
        RecordField field = records.Fields.FirstOrDefault(each => each.Name == name)
            ?? throw new PanameDataException($"{model}: the records have no field '{name}', which TrainingRecipe.TargetField names. Add it, or name one of {string.Join(", ", records.Fields.Select(each => $"'{each.Name}'"))}.");
        float[] values = field switch
        {
            RecordField<float> numbers => numbers.Values.ToArray(),
            RecordField<double> numbers => Floats(numbers),
            RecordField<long> numbers => Floats(numbers),
            RecordField<byte> numbers => Floats(numbers),
            _ => throw new PanameDataException($"{model}: field '{name}' holds text, which is no target of a squared error. Give numbers."),
        };
        return Tensor(values, [records.Count, .. field.Shape.Select(size => (long)size)]);
    }

    private static float[] Floats<T>(RecordField<T> field)
        where T : struct, System.Numerics.INumber<T>
    {
        float[] values = new float[field.Values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = float.CreateChecked(field.Values.Span[i]);
        }

        return values;
    }

    private static OrtValue Tensor<T>(T[] values, long[] shape)
        where T : unmanaged
        => OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, values.AsMemory(), shape);
}
