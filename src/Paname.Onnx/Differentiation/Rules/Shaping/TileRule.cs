namespace Paname.Onnx.Differentiation.Rules.Shaping;

/// <summary>The copies' gradients are added up: each axis is seen as (copies, size) and summed over the copies.</summary>
internal sealed class TileRule : IGradientRule
{
    public string Operator => "Tile";

    public void Apply(NodeGradient node)
    {
        int rank = node.Rank(node.Input(0));
        if (rank == 0)
        {
            node.Give(0, node.Incoming);
            return;
        }

        string copies = node.Graph.Unsqueeze(node.Input(1), 1);
        string sizes = node.Graph.Unsqueeze(node.ShapeOf(node.Input(0)), 1);
        string pairs = node.Graph.Reshape(node.Graph.Concat(1, copies, sizes), -1);
        long[] axes = [.. Enumerable.Range(0, rank).Select(axis => 2L * axis)];
        node.Give(0, node.Graph.ReduceSum(node.Graph.Reshape(node.Incoming, pairs), axes, keep: false));
    }
}
