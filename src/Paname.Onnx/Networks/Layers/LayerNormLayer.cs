using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Networks.Layers;

/// <summary>Layer normalisation over the last axis (Ba, Kiros and Hinton 2016).</summary>
internal sealed class LayerNormLayer : INetworkLayer
{
    public IReadOnlyList<long> Shape(IReadOnlyList<long> input)
    {
        LayerShapes.Last(input, "LayerNorm");
        return input;
    }

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape)
    {
        string name = graph.NextLayer();
        return graph.Node(
            "LayerNormalization",
            [
                input,
                graph.Weight($"{name}.weight", [shape[^1]], ParameterRole.NormScale, Fans.Elementwise),
                graph.Weight($"{name}.bias", [shape[^1]], ParameterRole.NormShift, Fans.Elementwise),
            ],
            ("axis", -1L),
            ("epsilon", 1e-5f));
    }
}
