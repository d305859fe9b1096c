namespace Paname.Onnx.Networks.Layers;

/// <summary>Leaves values out at random while training; passes them on otherwise.</summary>
internal sealed class DropoutLayer(double rate) : INetworkLayer
{
    public IReadOnlyList<long> Shape(IReadOnlyList<long> input) => input;

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape) => graph.Node("Dropout", [input, graph.Scalar((float)rate)]);
}
