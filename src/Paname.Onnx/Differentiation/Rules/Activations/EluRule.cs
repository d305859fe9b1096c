using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = x above 0, alpha (exp(x) - 1) otherwise, where the derivative is y + alpha.</summary>
internal sealed class EluRule : IGradientRule
{
    public string Operator => "Elu";

    public void Apply(NodeGradient node)
    {
        string slope = node.Graph.Add(node.Output(), node.Scalar(node.Node.Real("alpha", 1)));
        node.Give(0, Mask.AboveZero(node, node.Incoming, node.Graph.Mul(node.Incoming, slope)));
    }
}
