using Microsoft.ML.OnnxRuntime;

namespace Paname.Onnx.Training.Runs;

/// <summary>The records of the current batch, in one place in memory; the tensor over them changes only with their number.</summary>
internal sealed class BatchIndices : IDisposable
{
    private long[] _indices = [];

    internal OrtValue? Value { get; private set; }

    /// <summary>Sets the batch.</summary>
    /// <returns>Whether <see cref="Value"/> is a new one.</returns>
    internal bool Set(ReadOnlySpan<int> records)
    {
        bool changed = Value is null || _indices.Length != records.Length;
        if (changed)
        {
            Value?.Dispose();
            _indices = GC.AllocateUninitializedArray<long>(records.Length, pinned: true);
            Value = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, _indices.AsMemory(), [records.Length]);
        }

        for (int i = 0; i < records.Length; i++)
        {
            _indices[i] = records[i];
        }

        return changed;
    }

    public void Dispose() => Value?.Dispose();
}
