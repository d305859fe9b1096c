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
            WithStatisticsOfTheBatch(node);
        }
    }

    private static void WithGivenStatistics(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        int rank = node.Rank(node.Input(X));
        string dy = node.Incoming;
        string reciprocal = Standardizing.Reciprocal(node, node.Input(Variance), Epsilon(node));
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

    private static void WithStatisticsOfTheBatch(NodeGradient node)
    {
        if (node.IncomingOf(1) is not null || node.IncomingOf(2) is not null)
        {
            throw node.Refuse("the objective depends on its running statistics, which have no gradient");
        }

        GraphEditor graph = node.Graph;
        int rank = node.Rank(node.Input(X));
        string dy = node.Incoming;
        (string mean, string variance) = BatchStatistics(node, rank);
        string reciprocal = Standardizing.Reciprocal(node, variance, Epsilon(node));
        string centred = graph.Sub(node.Input(X), Channels.Spread(node, mean, rank));
        string sum = Channels.Sum(node, dy, rank);
        string product = graph.Mul(reciprocal, Channels.Sum(node, graph.Mul(dy, centred), rank));
        node.Give(Shift, sum);
        node.Give(Scale, product);
        if (node.Needs(X))
        {
            // What is by channel is gathered in two vectors first: the tensors are passed over as seldom as can be.
            string factor = graph.Mul(node.Input(Scale), reciprocal);
            string count = graph.Cast(graph.Div(graph.Node("Size", [node.Input(X)]), graph.Node("Size", [node.Input(Scale)])), node.Element);
            string share = graph.Div(factor, count);
            string slope = graph.Mul(graph.Mul(share, reciprocal), product);
            string fall = graph.Add(
                graph.Mul(centred, Channels.Spread(node, slope, rank)),
                Channels.Spread(node, graph.Mul(share, sum), rank));
            node.Give(X, graph.Sub(graph.Mul(dy, Channels.Spread(node, factor, rank)), fall));
        }
    }

    /// <summary>With momentum 0 the running statistics are the batch's own; otherwise they are computed again.</summary>
    private static (string Mean, string Variance) BatchStatistics(NodeGradient node, int rank)
    {
        if (node.Node.Real("momentum", 0.9f) == 0)
        {
            return (node.ExtraOutput(1, "grad/batch_mean"), node.ExtraOutput(2, "grad/batch_variance"));
        }

        GraphEditor graph = node.Graph;
        string mean = graph.ReduceMean(node.Input(X), Channels.Others(rank), keep: false);
        string centred = graph.Sub(node.Input(X), Channels.Spread(node, mean, rank));
        return (mean, graph.ReduceMean(graph.Mul(centred, centred), Channels.Others(rank), keep: false));
    }

    private static double Epsilon(NodeGradient node) => node.Node.Real("epsilon", 1e-5f);
}
