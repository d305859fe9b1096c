namespace Paname.Onnx.Networks.Layers;

/// <summary>The largest or the mean value of each window of an image.</summary>
internal sealed class PoolLayer(string type, int size, int stride, int padding) : INetworkLayer
{
    public IReadOnlyList<long> Shape(IReadOnlyList<long> input)
    {
        (long channels, long height, long width) = LayerShapes.Image(input, type);
        return [channels, LayerShapes.Window(height, size, stride, padding, type, input), LayerShapes.Window(width, size, stride, padding, type, input)];
    }

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape)
        => graph.Node(
            type,
            [input],
            ("kernel_shape", new long[] { size, size }),
            ("strides", new long[] { stride, stride }),
            ("pads", new long[] { padding, padding, padding, padding }));
}
