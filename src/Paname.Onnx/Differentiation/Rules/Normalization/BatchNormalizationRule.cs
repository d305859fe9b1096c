using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Normalization;

/// <summary>y = scale (x - mean) / sqrt(variance + epsilon) + shift by channel, with given statistics or, in training mode, those of the batch.</summary>
internal sealed class BatchNormalizationRule : IGradientRule
{
    private const int X = 0;
    private const int Scale = 1;
    private const int Shift = 2;
    private const int Mean = 3;
    private const int Variance = 4;

    public string Operator => "BatchNormalization";

    public void Apply(NodeGradient node)
    {
        if (node.Node.Integer("training_mode", 0) == 0)
        {
            WithGivenStatistics(node);
        }
        else
        {
            BatchNormalizationInTraining.Apply(node);
        }
    }

    private static void WithGivenStatistics(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        int rank = node.Rank(node.Input(X));
        string dy = node.Incoming;
        string reciprocal = Standardizing.Reciprocal(node, node.Input(Variance), node.Node.Real("epsilon", 1e-5f));
        string factor = graph.Mul(node.Input(Scale), reciprocal);
        if (node.Needs(X))
        {
            node.Give(X, graph.Mul(dy, Channels.Spread(node, factor, rank)));
        }

        if (node.Needs(Shift) || node.Needs(Mean))
        {
            string total = Channels.Sum(node, dy, rank);
            node.Give(Shift, total);
            if (node.Needs(Mean))
            {
                node.Give(Mean, graph.Neg(graph.Mul(factor, total)));
            }
        }

        if (node.Needs(Scale) || node.Needs(Variance))
        {
            string centred = graph.Sub(node.Input(X), Channels.Spread(node, node.Input(Mean), rank));
            string total = graph.Mul(reciprocal, Channels.Sum(node, graph.Mul(dy, centred), rank));
            node.Give(Scale, total);
            if (node.Needs(Variance))
            {
                node.Give(Variance, graph.Mul(graph.Mul(graph.Mul(factor, reciprocal), total), node.Scalar(-0.5)));
            }
        }
    }
}
