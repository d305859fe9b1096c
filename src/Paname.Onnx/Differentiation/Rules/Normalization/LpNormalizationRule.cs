using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Normalization;

/// <summary>y = x / |x| along one axis, with the sum of absolute values or the Euclidean length; zero where that is zero, and so is the gradient.</summary>
internal sealed class LpNormalizationRule : IGradientRule
{
    public string Operator => "LpNormalization";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        (string x, string y, string dy) = (node.Input(0), node.Output(), node.Incoming);
        long[] axis = [node.Axis(node.Node.Integer("axis", -1), x)];
        bool absolute = node.Node.Integer("p", 2) == 1;
        string norm = graph.Node(absolute ? "ReduceL1" : "ReduceL2", [x, graph.Vector(axis)], ("keepdims", 1L));
        string along = graph.ReduceSum(graph.Mul(dy, y), axis, keep: true);
        string rest = graph.Sub(dy, graph.Mul(absolute ? graph.Sign(x) : y, along));
        string zero = node.Scalar(0);
        node.Give(0, graph.Where(graph.Equal(norm, zero), zero, graph.Div(rest, norm)));
    }
}
