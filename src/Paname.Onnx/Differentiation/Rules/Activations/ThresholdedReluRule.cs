using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = x above alpha, 0 otherwise; the derivative at alpha is 0.</summary>
internal sealed class ThresholdedReluRule : IGradientRule
{
    public string Operator => "ThresholdedRelu";

    public void Apply(NodeGradient node)
        => node.Give(0, Mask.Pass(node, node.Graph.Greater(node.Input(0), node.Scalar(node.Node.Real("alpha", 1))), node.Incoming));
}
