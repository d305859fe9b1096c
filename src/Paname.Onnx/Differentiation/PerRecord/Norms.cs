using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.PerRecord;

/// <summary>Squared norms of products, one per record, in whichever order of multiplication is smaller.</summary>
internal static class Norms
{
    /// <summary>The sum of squares over all axes but the first.</summary>
    internal static string SumOfSquares(this GraphEditor graph, string value, int rank)
        => rank == 1 ? graph.Mul(value, value) : graph.Node("ReduceSumSquare", [value, graph.Vector([.. Enumerable.Range(1, rank - 1).Select(axis => (long)axis)])], ("keepdims", 0L));

    /// <summary>|a' b|^2 for each record, a and b being [records, rows, width]: the gradient of a matrix that every row of a record is multiplied with.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="a">The values that were multiplied.</param>
    /// <param name="b">The gradients of the products.</param>
    /// <param name="rows">Rows of a record, where known.</param>
    /// <param name="size">Elements of the matrix.</param>
    /// <remarks>|a' b|^2 is also the sum of (a a') o (b b'), which is smaller where a record has few rows (Li, Tramer, Liang, Hashimoto 2022; Bu, Mao, Xu 2022).</remarks>
    internal static string OfProduct(GraphEditor graph, string a, string b, long? rows, long size)
        => rows is { } count && count * count > size
            ? graph.SumOfSquares(graph.MatMul(graph.Transpose(a, 0, 2, 1), b), 3)
            : Positive(graph, graph.Mul(graph.MatMul(a, graph.Transpose(a, 0, 2, 1)), graph.MatMul(b, graph.Transpose(b, 0, 2, 1))));

    /// <summary>The squared norm, for each record, of a table into whose rows the given rows are added.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="added">[records, rows, width].</param>
    /// <param name="numbers">The row of the table each is added to, int64 [records or 1, rows].</param>
    internal static string OfScattered(GraphEditor graph, string added, string numbers)
    {
        string same = graph.Equal(graph.Unsqueeze(numbers, 2), graph.Unsqueeze(numbers, 1));
        string products = graph.MatMul(added, graph.Transpose(added, 0, 2, 1));
        return Positive(graph, graph.Mul(products, graph.CastLike(same, products)));
    }

    /// <summary>Rounding may leave a sum of squares written as a sum of products just below 0.</summary>
    private static string Positive(GraphEditor graph, string products)
    {
        string sum = graph.ReduceSum(products, [1, 2], keep: false);
        return graph.Node("Relu", [sum]);
    }
}
