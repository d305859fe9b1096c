using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = x above 0, alpha x otherwise; the derivative at 0 is alpha, as in PyTorch.</summary>
internal sealed class LeakyReluRule : IGradientRule
{
    public string Operator => "LeakyRelu";

    public void Apply(NodeGradient node)
        => node.Give(0, Mask.AboveZero(node, node.Incoming, node.Graph.Mul(node.Incoming, node.Scalar(node.Node.Real("alpha", 0.01f)))));
}
