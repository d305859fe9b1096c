using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = x above 0, alpha (exp(x / alpha) - 1) otherwise, where the derivative is y / alpha + 1.</summary>
internal sealed class CeluRule : IGradientRule
{
    public string Operator => "Celu";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        double alpha = node.Node.Real("alpha", 1);
        string slope = graph.Add(graph.Mul(node.Output(), node.Scalar(1 / alpha)), node.Scalar(1));
        node.Give(0, Mask.AboveZero(node, node.Incoming, graph.Mul(node.Incoming, slope)));
    }
}
