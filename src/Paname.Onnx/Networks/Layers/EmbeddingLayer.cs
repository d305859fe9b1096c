using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Networks.Layers;

/// <summary>A row of a learned table for each token, plus one for each position.</summary>
internal sealed class EmbeddingLayer(int vocabulary, int context, int width) : INetworkLayer
{
    public IReadOnlyList<long> Shape(IReadOnlyList<long> input) => [.. input, width];

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape)
    {
        string tokens = graph.Node("Gather", [graph.Weight($"{graph.NextLayer()}.weight", [vocabulary, width], ParameterRole.Embedding, Fans.Elementwise), input]);
        string table = graph.Weight($"{graph.NextLayer()}.weight", [context, width], ParameterRole.Embedding, Fans.Elementwise);
        string length = graph.Node("Shape", [input], ("start", 1L), ("end", 2L));
        string positions = graph.Node("Slice", [table, graph.Integers(0), length, graph.Integers(0)]);
        return graph.Node("Add", [tokens, positions]);
    }
}
