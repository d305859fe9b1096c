namespace Paname.Onnx.Networks.Layers;

/// <summary>A function of each value that is one standard operator, or of the values along the last axis.</summary>
internal sealed class ActivationLayer(string type, params (string Name, object Value)[] attributes) : INetworkLayer
{
    public IReadOnlyList<long> Shape(IReadOnlyList<long> input) => input;

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape) => graph.Node(type, [input], attributes);
}
