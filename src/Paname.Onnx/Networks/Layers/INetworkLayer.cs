namespace Paname.Onnx.Networks.Layers;

/// <summary>One layer of a network that is being described. Shapes leave the batch axis out; a negative size is one that differs from batch to batch.</summary>
internal interface INetworkLayer
{
    /// <summary>The shape of the layer's result.</summary>
    /// <exception cref="ArgumentException">The layer does not fit the shape it is given.</exception>
    IReadOnlyList<long> Shape(IReadOnlyList<long> input);

    /// <summary>Appends the layer's nodes and weights.</summary>
    /// <returns>The name of its result.</returns>
    string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape);
}
