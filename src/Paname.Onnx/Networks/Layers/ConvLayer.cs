using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Networks.Layers;

/// <summary>A convolution over an image, with bias.</summary>
internal sealed class ConvLayer(int channels, int kernel, int stride, int padding, int groups) : INetworkLayer
{
    public IReadOnlyList<long> Shape(IReadOnlyList<long> input)
    {
        (long given, long height, long width) = LayerShapes.Image(input, "Conv");
        if (given % groups != 0 || channels % groups != 0)
        {
            throw LayerShapes.Unfit("Conv", FormattableString.Invariant($"channels before and after it that divide into {groups} groups"), input);
        }

        return [channels, LayerShapes.Window(height, kernel, stride, padding, "Conv", input), LayerShapes.Window(width, kernel, stride, padding, "Conv", input)];
    }

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape)
    {
        string name = graph.NextLayer();
        long[] kernels = [channels, shape[0] / groups, kernel, kernel];
        Fans fans = Fans.OfKernel(kernels);
        return graph.Node(
            "Conv",
            [input, graph.Weight($"{name}.weight", kernels, ParameterRole.Weight, fans), graph.Weight($"{name}.bias", [channels], ParameterRole.Bias, fans)],
            ("kernel_shape", new long[] { kernel, kernel }),
            ("strides", new long[] { stride, stride }),
            ("pads", new long[] { padding, padding, padding, padding }),
            ("group", (long)groups));
    }
}
