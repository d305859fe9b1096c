using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = x (x + 3) / 6 between -3 and 3, 0 below, x above. The derivative jumps: at -3 it is 0, at 3 it is 1.</summary>
internal sealed class HardSwishRule : IGradientRule
{
    public string Operator => "HardSwish";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string x = node.Input(0);
        string between = graph.Add(graph.Mul(x, node.Scalar(1.0 / 3)), node.Scalar(0.5));
        string upper = graph.Where(graph.Less(x, node.Scalar(3)), between, node.Scalar(1));
        string slope = graph.Where(graph.Greater(x, node.Scalar(-3)), upper, node.Scalar(0));
        node.Give(0, graph.Mul(node.Incoming, slope));
    }
}
