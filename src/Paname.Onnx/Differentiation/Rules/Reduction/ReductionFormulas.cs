using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Reduction;

/// <summary>The gradient of the input of each kind of reduction.</summary>
internal static class ReductionFormulas
{
    internal static string Sum(Reduction node) => node.Spread(node.Incoming);

    internal static string Mean(Reduction node) => node.Spread(node.Graph.Div(node.Incoming, node.Count()));

    /// <summary>Max and Min: elements that tie share equally, as torch.amax has it.</summary>
    internal static string Extreme(Reduction node)
    {
        GraphEditor graph = node.Graph;
        string chosen = node.Number(graph.Equal(node.Input, node.Result));
        return graph.Mul(chosen, graph.Div(node.Incoming, node.Reduce("ReduceSum", chosen)));
    }

    /// <summary>The derivative of |x| at 0 is 0.</summary>
    internal static string L1(Reduction node) => node.Graph.Mul(node.Graph.Sign(node.Input), node.Incoming);

    /// <summary>x / ||x||; 0 where the norm is 0, as in PyTorch.</summary>
    internal static string L2(Reduction node)
    {
        GraphEditor graph = node.Graph;
        string zero = node.Scalar(0);
        string norm = node.Result;
        string scale = graph.Where(graph.Equal(norm, zero), zero, graph.Div(node.Incoming, norm));
        return graph.Mul(node.Input, scale);
    }

    internal static string SumSquare(Reduction node) => node.Graph.Mul(node.Input, node.Graph.Mul(node.Incoming, node.Scalar(2)));

    /// <summary>1 / sum(x), the sum being exp(y).</summary>
    internal static string LogSum(Reduction node) => node.Spread(node.Graph.Div(node.Incoming, node.Graph.Exp(node.Result)));

    internal static string LogSumExp(Reduction node)
        => node.Graph.Mul(node.Graph.Exp(node.Graph.Sub(node.Input, node.Result)), node.Incoming);

    /// <summary>The product of all other elements: a zero's is that of the rest, and two zeros leave none.</summary>
    internal static string Product(Reduction node)
    {
        GraphEditor graph = node.Graph;
        string x = node.Input;
        string isZero = graph.Equal(x, node.Scalar(0));
        string filled = graph.Where(isZero, node.Scalar(1), x);
        string zeros = node.Reduce("ReduceSum", node.Number(isZero));
        string others = graph.Sub(zeros, node.Number(isZero));
        string product = graph.Div(node.Reduce("ReduceProd", filled), filled);
        return graph.Mul(node.Incoming, graph.Where(graph.Equal(others, node.Scalar(0)), product, node.Scalar(0)));
    }
}
