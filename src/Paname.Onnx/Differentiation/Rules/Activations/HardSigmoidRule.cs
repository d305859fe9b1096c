using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = alpha x + beta, cut off at 0 and 1; the derivative where it is cut off, the bounds included, is 0, as in PyTorch.</summary>
internal sealed class HardSigmoidRule : IGradientRule
{
    public string Operator => "HardSigmoid";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string y = node.Output();
        string inside = graph.And(graph.Greater(y, node.Scalar(0)), graph.Less(y, node.Scalar(1)));
        node.Give(0, Mask.Pass(node, inside, graph.Mul(node.Incoming, node.Scalar(node.Node.Real("alpha", 0.2f)))));
    }
}
