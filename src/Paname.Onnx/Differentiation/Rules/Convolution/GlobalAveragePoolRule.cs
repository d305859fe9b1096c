using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>The mean over all spatial axes.</summary>
internal sealed class GlobalAveragePoolRule : IGradientRule
{
    public string Operator => "GlobalAveragePool";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string x = node.Input(0);
        string count = SlidingWindow.Spatial(node, x) is { } sizes
            ? node.Scalar(sizes.Aggregate(1L, (product, size) => product * size))
            : graph.Cast(graph.Node("ReduceProd", [graph.Node("Shape", [x], ("start", 2L))], ("keepdims", 0L)), node.Element);
        node.Give(0, graph.ExpandLike(graph.Div(node.Incoming, count), x));
    }
}
