using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;

namespace Paname.Onnx.Inputs;

/// <summary>Feeds text: a field, or one column of it.</summary>
internal sealed class TextFeed(RecordField<string> field, int? column, long[] recordShape) : InputFeed
{
    private readonly long[] _shape = [0, .. recordShape];

    internal override OrtValue Create(RecordBatch chunk, int rows)
    {
        _shape[0] = rows;
        ReadOnlySpan<string> values = chunk.Values(field).Span;
        int width = column is null ? field.Width : 1;
        OrtValue tensor = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, _shape);
        for (int row = 0; row < rows; row++)
        {
            int from = (Math.Min(row, chunk.Count - 1) * field.Width) + (column ?? 0);
            for (int i = 0; i < width; i++)
            {
                tensor.StringTensorSetElementAt(values[from + i], (row * width) + i);
            }
        }

        return tensor;
    }

    public override void Dispose()
    {
        // The runtime's string tensors own their copies.
    }
}
