using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>The rules of the smooth activations without attributes, as formulas.</summary>
internal static class ActivationFunctions
{
    internal static IReadOnlyList<IGradientRule> All { get; } =
    [
        new UnaryRule("Sigmoid", (graph, x, y, dy, constant) => graph.Mul(dy, graph.Mul(y, graph.Sub(constant(1), y)))),
        new UnaryRule("Tanh", (graph, x, y, dy, constant) => graph.Mul(dy, graph.Sub(constant(1), graph.Mul(y, y)))),
        new UnaryRule("Softplus", (graph, x, y, dy, constant) => graph.Mul(dy, graph.Sigmoid(x))),
        new UnaryRule("Softsign", Softsign),
        new UnaryRule("Mish", Mish),
    ];

    /// <summary>dy / (1 + |x|)^2.</summary>
    private static string Softsign(GraphEditor graph, string x, string y, string dy, Func<double, string> constant)
    {
        string root = graph.Add(graph.Abs(x), constant(1));
        return graph.Div(dy, graph.Mul(root, root));
    }

    /// <summary>y = x t with t = tanh(softplus(x)): dy (t + x sigmoid(x) (1 - t^2)).</summary>
    private static string Mish(GraphEditor graph, string x, string y, string dy, Func<double, string> constant)
    {
        string t = graph.Tanh(graph.Node("Softplus", [x]));
        string rest = graph.Mul(graph.Mul(x, graph.Sigmoid(x)), graph.Sub(constant(1), graph.Mul(t, t)));
        return graph.Mul(dy, graph.Add(t, rest));
    }
}
