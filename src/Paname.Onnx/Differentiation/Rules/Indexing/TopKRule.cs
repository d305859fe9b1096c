using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Indexing;

/// <summary>The chosen values' gradients go back to where the indices say they were.</summary>
internal sealed class TopKRule : IGradientRule
{
    public string Operator => "TopK";

    public void Apply(NodeGradient node)
        => node.Give(0, node.Graph.Node(
            "ScatterElements",
            [node.ZerosLike(node.Input(0)), node.ExtraOutput(1, "indices"), node.Incoming],
            ("axis", node.Node.Integer("axis", -1))));
}
