using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = x - log(sum(exp(x))) along an axis: dx = dy - exp(y) sum(dy).</summary>
internal sealed class LogSoftmaxRule : IGradientRule
{
    public string Operator => "LogSoftmax";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string total = graph.ReduceSum(node.Incoming, [node.Node.Integer("axis", -1)], keep: true);
        node.Give(0, graph.Sub(node.Incoming, graph.Mul(graph.Exp(node.Output()), total)));
    }
}
