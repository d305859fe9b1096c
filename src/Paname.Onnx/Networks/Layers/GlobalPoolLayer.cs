namespace Paname.Onnx.Networks.Layers;

/// <summary>The mean of each channel of an image.</summary>
internal sealed class GlobalPoolLayer : INetworkLayer
{
    public IReadOnlyList<long> Shape(IReadOnlyList<long> input) => [LayerShapes.Image(input, "GlobalAveragePool").Channels, 1, 1];

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape) => graph.Node("GlobalAveragePool", [input]);
}
