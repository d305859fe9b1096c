namespace Paname.Onnx.Networks.Layers;

/// <summary>x + f(x) (He et al. 2016).</summary>
internal sealed class ResidualLayer(IReadOnlyList<INetworkLayer> branch) : INetworkLayer
{
    public IReadOnlyList<long> Shape(IReadOnlyList<long> input)
    {
        IReadOnlyList<long> result = branch.Aggregate(input, (shape, layer) => layer.Shape(shape));
        return result.SequenceEqual(input) ? input : throw LayerShapes.Unfit("Residual", "a branch that gives values of the shape it takes", result);
    }

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape)
    {
        string value = input;
        foreach (INetworkLayer layer in branch)
        {
            value = layer.Append(graph, value, shape);
            shape = layer.Shape(shape);
        }

        return graph.Node("Add", [input, value]);
    }
}
