using Microsoft.ML.OnnxRuntime;

namespace Paname.Onnx.Gradients;

/// <summary>Takes what a run gave for a chunk of records.</summary>
/// <param name="target">What is filled; it may hold spans.</param>
/// <param name="start">The chunk's first record, counted from the start of the batch.</param>
/// <param name="count">Its records; a model with a fixed batch gives more rows, which do not count.</param>
/// <param name="results">The outputs; valid during the call.</param>
internal delegate void ReadChunk<in TTarget>(TTarget target, int start, int count, IReadOnlyList<OrtValue> results)
    where TTarget : allows ref struct;
