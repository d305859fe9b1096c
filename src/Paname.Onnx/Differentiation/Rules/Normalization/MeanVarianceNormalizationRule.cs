using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Normalization;

/// <summary>y = (x - mean) / deviation over the given axes.</summary>
internal sealed class MeanVarianceNormalizationRule : IGradientRule
{
    public string Operator => "MeanVarianceNormalization";

    public void Apply(NodeGradient node)
    {
        IReadOnlyList<long> axes = node.Node.Integers("axes") is { Count: > 0 } given ? given : [0, 2, 3];
        (string standard, string reciprocal) = Standardizing.Of(node, node.Input(0), axes, 0);
        node.Give(0, Standardizing.Gradient(node, node.Incoming, standard, reciprocal, axes));
    }
}
