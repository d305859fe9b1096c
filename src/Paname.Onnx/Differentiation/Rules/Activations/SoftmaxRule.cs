using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = exp(x) / sum(exp(x)) along an axis: dx = y (dy - sum(dy y)).</summary>
internal sealed class SoftmaxRule : IGradientRule
{
    public string Operator => "Softmax";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string y = node.Output();
        string mean = graph.ReduceSum(graph.Mul(node.Incoming, y), [node.Node.Integer("axis", -1)], keep: true);
        node.Give(0, graph.Mul(y, graph.Sub(node.Incoming, mean)));
    }
}
