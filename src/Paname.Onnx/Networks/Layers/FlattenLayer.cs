namespace Paname.Onnx.Networks.Layers;

/// <summary>All values of a record in one row.</summary>
internal sealed class FlattenLayer : INetworkLayer
{
    public IReadOnlyList<long> Shape(IReadOnlyList<long> input)
        => input.All(size => size > 0) ? [input.Aggregate(1L, (product, size) => product * size)] : throw LayerShapes.Unfit("Flatten", "values of known size", input);

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape) => graph.Node("Flatten", [input], ("axis", 1L));
}
