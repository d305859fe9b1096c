using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Normalization;

/// <summary>Standardises each channel of each record over its spatial axes, then scales and shifts by channel.</summary>
internal sealed class InstanceNormalizationRule : IGradientRule
{
    public string Operator => "InstanceNormalization";

    public void Apply(NodeGradient node)
    {
        string x = node.Input(0);
        int rank = node.Rank(x);
        string dy = node.Incoming;
        IReadOnlyList<long> axes = Standardizing.From(2, rank);
        (string standard, string reciprocal) = Standardizing.Of(node, x, axes, node.Node.Real("epsilon", 1e-5f));
        if (node.Needs(0))
        {
            string scaled = node.Graph.Mul(dy, Channels.Spread(node, node.Input(1), rank));
            node.Give(0, Standardizing.Gradient(node, scaled, standard, reciprocal, axes));
        }

        if (node.Needs(1))
        {
            node.Give(1, Channels.Sum(node, node.Graph.Mul(dy, standard), rank));
        }

        if (node.Needs(2))
        {
            node.Give(2, Channels.Sum(node, dy, rank));
        }
    }
}
