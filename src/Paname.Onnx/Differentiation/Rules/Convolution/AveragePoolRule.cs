using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>The mean of each window: its gradient is shared out evenly among the elements that were counted.</summary>
internal sealed class AveragePoolRule : IGradientRule
{
    public string Operator => "AveragePool";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string x = node.Input(0);
        var window = SlidingWindow.Of(node, x, node.Node.Integers("kernel_shape"));
        string share = graph.Mul(node.Incoming, Share(node, window));
        if (Tiling.SizesIfTiled(node, window) is not null)
        {
            node.Give(0, Tiling.Enlarge(node, share, window));
            return;
        }

        // Channels join the batch: one kernel of ones then serves them all.
        string one = graph.Vector(1);
        string images = graph.Node("Reshape", [share, graph.Concat(0, graph.Vector(-1, 1), graph.Node("Shape", [share], ("start", 2L)))]);
        string ones = graph.Filled(graph.Vector([1, 1, .. window.Kernel]), node.Element, 1);
        string spread = WindowSpread.Apply(node, images, ones, window, x, node.Output(), group: 1);
        node.Give(0, graph.ReshapeLike(spread, x));
    }

    /// <summary>One by the number of elements a window's sum is divided by.</summary>
    private static string Share(NodeGradient node, SlidingWindow window)
    {
        GraphEditor graph = node.Graph;
        bool ceil = node.Node.Integer("ceil_mode", 0) != 0;
        if (!ceil && (!window.Padded || node.Node.Integer("count_include_pad", 0) != 0))
        {
            return node.Scalar(1.0 / window.Kernel.Aggregate(1L, (product, size) => product * size));
        }

        // The operator itself says of a picture of ones which part of a window it counts, and a sum over the window how many ones there are.
        string picture = graph.Filled(graph.Concat(0, graph.Vector(1, 1), graph.Node("Shape", [node.Input(0)], ("start", 2L))), node.Element, 1);
        string mean = Like(node, "AveragePool", picture, "count_include_pad");
        string sum = Like(node, "LpPool", picture, "p");
        return graph.Div(mean, sum);
    }

    private static string Like(NodeGradient node, string type, string picture, string own)
    {
        string result = node.Graph.Node(type, [picture], own == "p" ? [("p", 1L)] : [(own, node.Node.Integer(own, 0))]);
        node.Graph.Graph.Node[^1].Attribute.AddRange(node.Node.Attribute.Where(attribute => attribute.Name != "count_include_pad").Select(attribute => attribute.Clone()));
        return result;
    }
}
