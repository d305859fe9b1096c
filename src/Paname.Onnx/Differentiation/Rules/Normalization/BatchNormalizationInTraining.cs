using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Normalization;

/// <summary>Batch normalisation by the statistics of the batch itself; the running ones that it gives out are old x momentum + batch's x (1 - momentum).</summary>
internal static class BatchNormalizationInTraining
{
    internal static void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        int rank = node.Rank(node.Input(0));
        double momentum = node.Node.Real("momentum", 0.9f);
        (string mean, string variance) = BatchStatistics(node, rank, momentum);
        string centred = graph.Sub(node.Input(0), Channels.Spread(node, mean, rank));
        string count = graph.Cast(graph.Div(graph.Node("Size", [node.Input(0)]), graph.Node("Size", [node.Input(1)])), node.Element);

        // What is by channel is gathered in vectors first, so that the tensors are passed over as seldom as can be.
        var levels = new List<string>();
        var slopes = new List<string>();
        string? direct = null;
        if (node.IncomingOf(0) is { } dy)
        {
            string reciprocal = Standardizing.Reciprocal(node, variance, node.Node.Real("epsilon", 1e-5f));
            string sum = Channels.Sum(node, dy, rank);
            string product = graph.Mul(reciprocal, Channels.Sum(node, graph.Mul(dy, centred), rank));
            node.Give(1, product);
            node.Give(2, sum);
            string factor = graph.Mul(node.Input(1), reciprocal);
            string share = graph.Neg(graph.Div(factor, count));
            levels.Add(graph.Mul(share, sum));
            slopes.Add(graph.Mul(graph.Mul(share, reciprocal), product));
            direct = graph.Mul(dy, Channels.Spread(node, factor, rank));
        }

        if (node.IncomingOf(1) is { } ofMean)
        {
            node.Give(3, graph.Mul(ofMean, node.Scalar(momentum)));
            levels.Add(graph.Div(graph.Mul(ofMean, node.Scalar(1 - momentum)), count));
        }

        if (node.IncomingOf(2) is { } ofVariance)
        {
            node.Give(4, graph.Mul(ofVariance, node.Scalar(momentum)));
            slopes.Add(graph.Div(graph.Mul(ofVariance, node.Scalar(2 * (1 - momentum))), count));
        }

        if (node.Needs(0))
        {
            string level = levels.Count > 0 ? Channels.Spread(node, graph.Sum([.. levels]), rank) : node.Scalar(0);
            string rest = slopes.Count > 0
                ? graph.Add(graph.Mul(centred, Channels.Spread(node, graph.Sum([.. slopes]), rank)), level)
                : graph.ExpandLike(level, node.Input(0));
            node.Give(0, direct is null ? rest : graph.Add(direct, rest));
        }
    }

    /// <summary>With momentum 0 the running statistics are the batch's own; otherwise they are computed again.</summary>
    private static (string Mean, string Variance) BatchStatistics(NodeGradient node, int rank, double momentum)
    {
        if (momentum == 0)
        {
            return (node.ExtraOutput(1, "grad/batch_mean"), node.ExtraOutput(2, "grad/batch_variance"));
        }

        GraphEditor graph = node.Graph;
        string mean = graph.ReduceMean(node.Input(0), Channels.Others(rank), keep: false);
        string centred = graph.Sub(node.Input(0), Channels.Spread(node, mean, rank));
        return (mean, graph.ReduceMean(graph.Mul(centred, centred), Channels.Others(rank), keep: false));
    }
}
