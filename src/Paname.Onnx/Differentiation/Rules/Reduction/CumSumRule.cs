using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Reduction;

/// <summary>Sums of all elements so far: the gradient sums from the other end.</summary>
internal sealed class CumSumRule : IGradientRule
{
    public string Operator => "CumSum";

    public void Apply(NodeGradient node)
    {
        long exclusive = node.Node.Integer("exclusive", 0);
        long reverse = node.Node.Integer("reverse", 0);
        node.Give(0, node.Graph.Node("CumSum", [node.Incoming, node.Input(1)], ("exclusive", exclusive), ("reverse", 1 - reverse)));
    }
}
