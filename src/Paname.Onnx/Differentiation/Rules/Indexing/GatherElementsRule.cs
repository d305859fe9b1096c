using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Indexing;

/// <summary>Each element is added back where it came from.</summary>
internal sealed class GatherElementsRule : IGradientRule
{
    public string Operator => "GatherElements";

    public void Apply(NodeGradient node)
        => node.Give(0, node.Graph.Node(
            "ScatterElements",
            [node.ZerosLike(node.Input(0)), node.Input(1), node.Incoming],
            ("axis", node.Node.Integer("axis", 0)),
            ("reduction", "add")));
}
