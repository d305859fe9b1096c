using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Rules.Normalization;

/// <summary>Standardises each record over its axes from one on, then scales and shifts; the mean and the deviation's reciprocal may be outputs too.</summary>
internal sealed class LayerNormalizationRule : IGradientRule
{
    public string Operator => "LayerNormalization";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string x = node.Input(0);
        IReadOnlyList<long> axes = Standardizing.From(node.Axis(node.Node.Integer("axis", -1), x), node.Rank(x));
        (string standard, string reciprocal) = Standard(node, x, axes);
        if (node.IncomingOf(0) is { } dy)
        {
            if (node.Needs(0))
            {
                node.Give(0, Standardizing.Gradient(node, graph.Mul(dy, node.Input(1)), standard, reciprocal, axes));
            }

            if (node.Needs(1))
            {
                node.GiveBroadcast(1, graph.Mul(dy, standard));
            }

            node.GiveBroadcast(2, dy);
        }

        if (node.IncomingOf(1) is { } ofMean)
        {
            node.Give(0, graph.ExpandLike(graph.Div(graph.Cast(ofMean, node.Element), Count(node, x, axes)), x));
        }

        if (node.IncomingOf(2) is { } ofReciprocal)
        {
            string slope = graph.Div(graph.Mul(graph.Cast(ofReciprocal, node.Element), graph.Mul(reciprocal, reciprocal)), Count(node, x, axes));
            node.Give(0, graph.Neg(graph.Mul(standard, slope)));
        }
    }

    /// <summary>From the statistics the runtime gives out; it gives them in float32 whatever the input's type.</summary>
    private static (string Standard, string Reciprocal) Standard(NodeGradient node, string x, IReadOnlyList<long> axes)
    {
        if (node.Element != DataType.Float)
        {
            return Standardizing.Of(node, x, axes, node.Node.Real("epsilon", 1e-5f));
        }

        string reciprocal = node.ExtraOutput(2, "grad/reciprocal");
        return (node.Graph.Mul(node.Graph.Sub(x, node.ExtraOutput(1, "grad/mean")), reciprocal), reciprocal);
    }

    private static string Count(NodeGradient node, string x, IReadOnlyList<long> axes)
        => node.Graph.Cast(node.Graph.Node("ReduceProd", [node.Graph.Node("Shape", [x], ("start", axes[0]))], ("keepdims", 0L)), node.Element);
}
