namespace Paname.Onnx.Differentiation.Rules.Normalization;

/// <summary>Values that each channel (axis 1) has one of.</summary>
internal static class Channels
{
    /// <summary>Every axis but the channels'.</summary>
    internal static IReadOnlyList<long> Others(int rank) => [0, .. Standardizing.From(2, rank)];

    /// <summary>A vector of channels with the axes that spread it over a tensor of <paramref name="rank"/> axes.</summary>
    internal static string Spread(NodeGradient node, string vector, int rank)
        => rank == 2 ? vector : node.Graph.Unsqueeze(vector, [.. Enumerable.Range(1, rank - 2).Select(axis => (long)axis)]);

    internal static string Sum(NodeGradient node, string x, int rank) => node.Graph.ReduceSum(x, Others(rank), keep: false);
}
