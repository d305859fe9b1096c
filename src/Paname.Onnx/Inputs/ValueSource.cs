using Paname.Attacks.Data;

namespace Paname.Onnx.Inputs;

/// <summary>Where the values of one input come from.</summary>
/// <typeparam name="T">The input's type of values.</typeparam>
internal abstract class ValueSource<T>
{
    /// <summary>The values as they lie in the records, when the model can read them there.</summary>
    internal virtual bool TryView(RecordBatch chunk, out ReadOnlyMemory<T> values)
    {
        values = default;
        return false;
    }

    /// <summary>Writes the values of the chunk, row-major.</summary>
    internal abstract void Fill(RecordBatch chunk, Span<T> target);
}
