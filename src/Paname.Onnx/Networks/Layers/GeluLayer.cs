namespace Paname.Onnx.Networks.Layers;

/// <summary>x times the normal distribution function of x (Hendrycks and Gimpel 2016), written out: the operator came later than the operator set used here.</summary>
internal sealed class GeluLayer : INetworkLayer
{
    public IReadOnlyList<long> Shape(IReadOnlyList<long> input) => input;

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape)
    {
        string error = graph.Node("Erf", [graph.Node("Div", [input, graph.Scalar(MathF.Sqrt(2))])]);
        string product = graph.Node("Mul", [input, graph.Node("Add", [error, graph.Scalar(1)])]);
        return graph.Node("Mul", [product, graph.Scalar(0.5f)]);
    }
}
