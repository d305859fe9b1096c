using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Networks.Layers;

/// <summary>Batch normalisation of features or channels (Ioffe and Szegedy 2015), running statistics at mean 0 and variance 1.</summary>
internal sealed class BatchNormLayer : INetworkLayer
{
    public IReadOnlyList<long> Shape(IReadOnlyList<long> input)
        => input.Count is 1 or 3 ? input : throw LayerShapes.Unfit("BatchNorm", "features or an image", input);

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape)
    {
        string name = graph.NextLayer();
        float[] ones = new float[shape[0]];
        ones.AsSpan().Fill(1);
        return graph.Node(
            "BatchNormalization",
            [
                input,
                graph.Weight($"{name}.weight", [shape[0]], ParameterRole.NormScale, Fans.Elementwise),
                graph.Weight($"{name}.bias", [shape[0]], ParameterRole.NormShift, Fans.Elementwise),
                graph.Constant($"{name}.running_mean", [shape[0]], new float[shape[0]]),
                graph.Constant($"{name}.running_var", [shape[0]], ones),
            ],
            ("epsilon", 1e-5f),
            ("momentum", 0.9f));
    }
}
