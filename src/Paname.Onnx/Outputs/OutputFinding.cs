using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Outputs;

/// <summary>What the graph says about one value, and why.</summary>
/// <param name="Nature">What it is.</param>
/// <param name="Reason">The operator it rests on, for messages.</param>
internal sealed record OutputFinding(OutputNature Nature, string Reason)
{
    /// <summary>The classes, in the order of the columns, where the graph names them.</summary>
    internal LabelSet? Labels { get; init; }

    /// <summary>The node that turns the tensor into maps, where there is one.</summary>
    internal NodeProto? ZipMap { get; init; }
}
