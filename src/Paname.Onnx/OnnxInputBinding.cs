using Paname.Attacks.Data;

namespace Paname.Onnx;

/// <summary>Gives the values of one model input for a run of records.</summary>
/// <param name="input">The input's name in the graph.</param>
/// <param name="batch">The records; use <see cref="RecordBatch.Values{T}"/> to read their fields.</param>
/// <returns>A field with one entry per record of the batch, or <see langword="null"/> to bind this input by name. Its own name does not matter.</returns>
public delegate RecordField? OnnxInputBinding(string input, RecordBatch batch);
