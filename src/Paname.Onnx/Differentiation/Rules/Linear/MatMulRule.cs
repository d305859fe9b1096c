using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Linear;

/// <summary>y = A B over broadcast batch axes; an operand with one axis stands for a row (A) or a column (B).</summary>
internal sealed class MatMulRule : IGradientRule
{
    public string Operator => "MatMul";

    public void Apply(NodeGradient node)
    {
        int left = node.Rank(node.Input(0));
        int right = node.Rank(node.Input(1));
        GraphEditor graph = node.Graph;

        // Both operands and the gradient as matrices, or stacks of them.
        string a = left == 1 ? graph.Unsqueeze(node.Input(0), 0) : node.Input(0);
        string b = right == 1 ? graph.Unsqueeze(node.Input(1), 1) : node.Input(1);
        long[] lost = [.. left == 1 ? new[] { -2L } : [], .. right == 1 ? new[] { -1L } : []];
        string dy = lost.Length == 0 ? node.Incoming : graph.Unsqueeze(node.Incoming, lost);
        if (node.Needs(0))
        {
            node.Give(0, OfLeft(node, dy, b, left, right));
        }

        if (node.Needs(1))
        {
            node.Give(1, OfRight(node, dy, a, left, right));
        }
    }

    /// <summary>dA = dY B'.</summary>
    private static string OfLeft(NodeGradient node, string dy, string b, int left, int right)
    {
        GraphEditor graph = node.Graph;
        string product = left <= 2 && right <= 2 ? graph.Gemm(dy, b, false, true) : graph.MatMul(dy, graph.SwapLast(b, Math.Max(right, 2)));
        return left >= 2 && right <= 2 ? product : node.SumTo(0, product, Stack(node, left, right, left == 1 ? [new(1, null)] : [], node.Input(0)));
    }

    /// <summary>dB = A' dY; where B is one matrix for a stack of A, one product over all their rows.</summary>
    private static string OfRight(NodeGradient node, string dy, string a, int left, int right)
    {
        GraphEditor graph = node.Graph;
        if (right > 2)
        {
            string product = graph.MatMul(graph.SwapLast(a, Math.Max(left, 2)), dy);
            return node.SumTo(1, product, Stack(node, left, right, [], node.Input(1)));
        }

        string Rows(string stack) => left <= 2 ? stack : graph.Node("Flatten", [stack], ("axis", -1L));
        string sum = graph.Gemm(Rows(a), Rows(dy), true, false);
        return right == 2 ? sum : graph.Squeeze(sum, 1);
    }

    /// <summary>The axes of an operand's gradient before it is summed: the batch axes of the result, then the operand's own matrix.</summary>
    private static IReadOnlyList<Dimension>? Stack(NodeGradient node, int left, int right, IEnumerable<Dimension> row, string operand)
        => node.Form(node.Output()).Shape is { } result && node.Form(operand).Shape is { } own
            ? [.. result.Take(Math.Max(Math.Max(left, right), 2) - 2), .. row, .. own.TakeLast(2)]
            : null;
}
