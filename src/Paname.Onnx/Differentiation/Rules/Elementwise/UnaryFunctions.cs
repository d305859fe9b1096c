namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>The rules of the functions of one input, as formulas.</summary>
internal static class UnaryFunctions
{
    private static readonly double TwoOverRootPi = 2 / Math.Sqrt(Math.PI);

    internal static IReadOnlyList<IGradientRule> All { get; } =
    [
        new UnaryRule("Identity", (graph, x, y, dy, constant) => dy),
        new UnaryRule("Neg", (graph, x, y, dy, constant) => graph.Neg(dy)),

        // The derivative of Abs at 0 is 0, as in the common frameworks.
        new UnaryRule("Abs", (graph, x, y, dy, constant) => graph.Mul(dy, graph.Sign(x))),
        new UnaryRule("Sqrt", (graph, x, y, dy, constant) => graph.Div(graph.Mul(dy, constant(0.5)), y)),
        new UnaryRule("Reciprocal", (graph, x, y, dy, constant) => graph.Neg(graph.Mul(dy, graph.Mul(y, y)))),
        new UnaryRule("Exp", (graph, x, y, dy, constant) => graph.Mul(dy, y)),
        new UnaryRule("Log", (graph, x, y, dy, constant) => graph.Div(dy, x)),
        new UnaryRule("Erf", (graph, x, y, dy, constant) => graph.Mul(dy, graph.Mul(graph.Exp(graph.Neg(graph.Mul(x, x))), constant(TwoOverRootPi)))),
        new UnaryRule("Sin", (graph, x, y, dy, constant) => graph.Mul(dy, graph.Cos(x))),
        new UnaryRule("Cos", (graph, x, y, dy, constant) => graph.Neg(graph.Mul(dy, graph.Sin(x)))),
        new UnaryRule("Tan", (graph, x, y, dy, constant) => graph.Mul(dy, graph.Add(graph.Mul(y, y), constant(1)))),
    ];
}
