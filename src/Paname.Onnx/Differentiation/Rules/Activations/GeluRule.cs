using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = x P(X &lt;= x) of a standard normal X (Hendrycks, Gimpel, 2016), exactly or by the approximation with tanh.</summary>
internal sealed class GeluRule : IGradientRule
{
    private const double Cubic = 0.044715;

    public string Operator => "Gelu";

    public void Apply(NodeGradient node)
        => node.Give(0, node.Graph.Mul(node.Incoming, node.Node.Text("approximate", "none") == "tanh" ? Approximate(node) : Exact(node)));

    /// <summary>P(x) + x p(x), with the distribution and the density of the standard normal.</summary>
    private static string Exact(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string x = node.Input(0);
        string half = node.Scalar(0.5);
        string distribution = graph.Add(graph.Mul(graph.Erf(graph.Mul(x, node.Scalar(Math.Sqrt(0.5)))), half), half);
        string bell = graph.Exp(graph.Mul(graph.Mul(x, x), node.Scalar(-0.5)));
        string density = graph.Mul(bell, node.Scalar(1 / Math.Sqrt(2 * Math.PI)));
        return graph.Add(distribution, graph.Mul(x, density));
    }

    /// <summary>y = x s with s = sigmoid(c (x + 0.044715 x^3)), c = 2 sqrt(2 / pi): s + y (1 - s) c (1 + 3 * 0.044715 x^2).</summary>
    private static string Approximate(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        double scale = 2 * Math.Sqrt(2 / Math.PI);
        string x = node.Input(0);
        string square = graph.Mul(x, x);
        string Line(double slope) => graph.Add(graph.Mul(square, node.Scalar(slope)), node.Scalar(scale));
        string s = graph.Sigmoid(graph.Mul(x, Line(scale * Cubic)));
        string rest = graph.Mul(graph.Mul(node.Output(), graph.Sub(node.Scalar(1), s)), Line(3 * scale * Cubic));
        return graph.Add(s, rest);
    }
}
