using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Networks.Layers;

/// <summary>y = x W' + b on the last axis. The weight of a matrix of records is stored as PyTorch stores it, [units, inputs]; that of sequences as exporters fold it, [inputs, units].</summary>
internal sealed class LinearLayer(int units, bool bias) : INetworkLayer
{
    public IReadOnlyList<long> Shape(IReadOnlyList<long> input)
    {
        LayerShapes.Last(input, "Linear");
        return [.. input.SkipLast(1), units];
    }

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape) => Append(graph, graph.NextLayer(), input, shape, units, bias);

    internal static string Append(NetworkGraph graph, string name, string input, IReadOnlyList<long> shape, long units, bool bias)
    {
        var fans = new Fans(shape[^1], units);
        if (shape.Count == 1)
        {
            string matrix = graph.Weight($"{name}.weight", [units, shape[^1]], ParameterRole.Weight, fans);
            return graph.Node("Gemm", bias ? [input, matrix, Bias()] : [input, matrix], ("transB", 1L));
        }

        string product = graph.Node("MatMul", [input, graph.Weight($"{name}.weight", [shape[^1], units], ParameterRole.Weight, fans)]);
        return bias ? graph.Node("Add", [product, Bias()]) : product;

        string Bias() => graph.Weight($"{name}.bias", [units], ParameterRole.Bias, fans);
    }
}
