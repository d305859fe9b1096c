using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>The maximum over all spatial axes; of equal ones the first in row-major order has the gradient.</summary>
internal sealed class GlobalMaxPoolRule : IGradientRule
{
    public string Operator => "GlobalMaxPool";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string shape = graph.Shape(node.Input(0));
        string pixels = graph.Node("ReduceProd", [graph.Node("Shape", [node.Input(0)], ("start", 2L))], ("keepdims", 1L));
        string channels = graph.Node("Shape", [node.Input(0)], ("end", 2L));
        string lines = graph.Reshape(node.Input(0), graph.Concat(0, channels, pixels));
        string first = graph.Node("ArgMax", [lines], ("axis", 2L), ("keepdims", 1L));
        string gradient = graph.Reshape(node.Incoming, graph.Concat(0, channels, graph.Vector(1)));
        string zeros = graph.Filled(graph.Concat(0, channels, pixels), node.Element, 0);
        node.Give(0, graph.Reshape(graph.Node("ScatterElements", [zeros, first, gradient], ("axis", 2L)), shape));
    }
}
