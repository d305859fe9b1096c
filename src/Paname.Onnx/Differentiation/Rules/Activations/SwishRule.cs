using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = x s with s = sigmoid(alpha x): s + alpha y (1 - s).</summary>
internal sealed class SwishRule : IGradientRule
{
    public string Operator => "Swish";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string alpha = node.Scalar(node.Node.Real("alpha", 1));
        string s = graph.Sigmoid(graph.Mul(node.Input(0), alpha));
        string rest = graph.Mul(graph.Mul(node.Output(), alpha), graph.Sub(node.Scalar(1), s));
        node.Give(0, graph.Mul(node.Incoming, graph.Add(s, rest)));
    }
}
