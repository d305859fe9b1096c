using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Normalization;

/// <summary>The derivative that the operators of this folder share: of (x - mean) / deviation, both taken over the same axes of x.</summary>
internal static class Standardizing
{
    /// <summary>The values less their mean, by their deviation; and the reciprocal of that deviation, with axes of size one.</summary>
    internal static (string Standard, string Reciprocal) Of(NodeGradient node, string x, IReadOnlyList<long> axes, double epsilon)
    {
        GraphEditor graph = node.Graph;
        string centred = graph.Sub(x, graph.ReduceMean(x, axes, keep: true));
        string reciprocal = Reciprocal(node, graph.ReduceMean(graph.Mul(centred, centred), axes, keep: true), epsilon);
        return (graph.Mul(centred, reciprocal), reciprocal);
    }

    /// <summary>1 / sqrt(variance + epsilon).</summary>
    internal static string Reciprocal(NodeGradient node, string variance, double epsilon)
        => node.Graph.Div(node.Scalar(1), node.Graph.Sqrt(node.Graph.Add(variance, node.Scalar(epsilon))));

    /// <summary>The gradient of x from that of its standardised values.</summary>
    internal static string Gradient(NodeGradient node, string gradient, string standard, string reciprocal, IReadOnlyList<long> axes)
    {
        GraphEditor graph = node.Graph;
        string along = graph.Mul(standard, graph.ReduceMean(graph.Mul(gradient, standard), axes, keep: true));
        string level = graph.ReduceMean(gradient, axes, keep: true);
        return graph.Mul(reciprocal, graph.Sub(graph.Sub(gradient, level), along));
    }

    /// <summary>All axes from one on.</summary>
    internal static IReadOnlyList<long> From(int first, int rank) => [.. Enumerable.Range(first, rank - first).Select(axis => (long)axis)];
}
