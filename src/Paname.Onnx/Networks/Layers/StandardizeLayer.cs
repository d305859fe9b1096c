namespace Paname.Onnx.Networks.Layers;

/// <summary>(x - mean) / deviation, per feature or per channel of an image; constants that are not trained.</summary>
internal sealed class StandardizeLayer(IReadOnlyList<double> mean, IReadOnlyList<double> deviation) : INetworkLayer
{
    public IReadOnlyList<long> Shape(IReadOnlyList<long> input)
        => (input.Count is 1 or 3) && input[0] == mean.Count
            ? input
            : throw LayerShapes.Unfit("Standardize", FormattableString.Invariant($"{mean.Count} features or channels, one for each mean"), input);

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape)
    {
        long[] axes = shape.Count == 1 ? [mean.Count] : [mean.Count, 1, 1];
        string name = graph.Count("standardize");
        string centred = graph.Node("Sub", [input, graph.Constant($"{name}.mean", axes, [.. mean.Select(value => (float)value)])]);
        return graph.Node("Div", [centred, graph.Constant($"{name}.deviation", axes, [.. deviation.Select(value => (float)value)])]);
    }
}
