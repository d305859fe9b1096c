using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;

namespace Paname.Onnx.Inputs;

/// <summary>Makes the runtime's value of one input for each chunk of records.</summary>
internal abstract class InputFeed : IDisposable
{
    /// <summary>The input's values.</summary>
    /// <param name="chunk">The records.</param>
    /// <param name="rows">Rows the model needs, at least the chunk's: the last record is repeated to fill a fixed batch.</param>
    /// <returns>A value valid until the next call; the caller disposes it.</returns>
    internal abstract OrtValue Create(RecordBatch chunk, int rows);

    /// <inheritdoc/>
    public abstract void Dispose();
}
