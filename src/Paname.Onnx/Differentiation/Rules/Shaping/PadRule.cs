using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Shaping;

/// <summary>What was padded with a constant is cut off the gradient, and what was cut is padded with zeros; other modes repeat elements, whose gradients are added up.</summary>
internal sealed class PadRule : IGradientRule
{
    public string Operator => "Pad";

    public void Apply(NodeGradient node)
    {
        if (node.Node.Text("mode", "constant") != "constant")
        {
            node.GiveByPositions();
            return;
        }

        string pads = node.Input(1);
        string axes = node.Input(3);
        string back = node.StoredIntegers(pads) is { } stored ? node.Graph.Vector([.. stored.Select(pad => -pad)]) : node.Graph.Neg(pads);
        string inside = node.Graph.Node("Pad", axes.Length > 0 ? [node.Incoming, back, string.Empty, axes] : [node.Incoming, back]);
        node.Give(0, inside);
        if (node.Needs(2))
        {
            node.Give(2, node.InShapeOf(node.Graph.Sub(Total(node, node.Incoming), Total(node, inside)), node.Input(2)));
        }
    }

    private static string Total(NodeGradient node, string gradient) => node.Graph.Node("ReduceSum", [gradient], ("keepdims", 0L));
}
