using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Shaping;

/// <summary>Blocks of the gradient go back into channels.</summary>
internal sealed class DepthToSpaceRule : IGradientRule
{
    public string Operator => "DepthToSpace";

    public void Apply(NodeGradient node)
    {
        long block = node.Node.Integer("blocksize", 1);
        if (node.Node.Text("mode", "DCR") == "DCR")
        {
            node.Give(0, node.Graph.Node("SpaceToDepth", [node.Incoming], ("blocksize", block)));
            return;
        }

        // The other mode keeps channels outermost: (N, C, H, block, W, block) becomes (N, C, block, block, H, W).
        string sizes = node.Graph.Div(node.ShapeOf(node.Input(0)), node.Graph.Vector(1, block * block, 1, 1));
        string split = node.Graph.Node("Gather", [node.Graph.Concat(0, sizes, node.Graph.Vector(block)), node.Graph.Vector(0, 1, 2, 4, 3, 4)]);
        string blocks = node.Graph.Transpose(node.Graph.Reshape(node.Incoming, split), 0, 1, 3, 5, 2, 4);
        node.Give(0, node.InShapeOf(blocks, node.Input(0)));
    }
}
