using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Normalization;

/// <summary>Standardises each group of channels of each record over its channels and spatial axes, then scales and shifts by channel.</summary>
internal sealed class GroupNormalizationRule : IGradientRule
{
    public string Operator => "GroupNormalization";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string x = node.Input(0);
        int rank = node.Rank(x);
        string dy = node.Incoming;
        long groups = node.Node.Integer("num_groups", 1);
        string Grouped(string value) => graph.Reshape(value, 0, groups, -1);
        (string standard, string reciprocal) = Standardizing.Of(node, Grouped(x), [2], node.Node.Real("epsilon", 1e-5f));
        if (node.Needs(0))
        {
            string scaled = Grouped(graph.Mul(dy, Channels.Spread(node, node.Input(1), rank)));
            node.Give(0, graph.ReshapeLike(Standardizing.Gradient(node, scaled, standard, reciprocal, [2]), x));
        }

        if (node.Needs(1))
        {
            node.Give(1, Channels.Sum(node, graph.Mul(dy, graph.ReshapeLike(standard, x)), rank));
        }

        if (node.Needs(2))
        {
            node.Give(2, Channels.Sum(node, dy, rank));
        }
    }
}
