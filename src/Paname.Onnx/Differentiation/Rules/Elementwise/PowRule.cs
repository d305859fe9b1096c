using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>y = x ^ e. Where e is 0 the gradient of x is 0, and where x is 0 that of e is 0, as in the common frameworks.</summary>
internal sealed class PowRule : IGradientRule
{
    public string Operator => "Pow";

    public void Apply(NodeGradient node)
    {
        if (node.Needs(0))
        {
            node.GiveBroadcast(0, node.Stored(node.Input(1)) is { } tensor && TensorValues.Number(tensor) is { } exponent
                ? OfBase(node, exponent)
                : OfBase(node));
        }

        if (node.Needs(1))
        {
            node.GiveBroadcast(1, OfExponent(node));
        }
    }

    private static string OfBase(NodeGradient node, double exponent)
    {
        GraphEditor graph = node.Graph;
        string x = node.Input(0);
        string dy = node.Incoming;
        string Times(double factor) => graph.Mul(dy, node.Scalar(factor));
        return exponent switch
        {
            0 => Times(0),
            0.5 => graph.Div(Times(0.5), node.Output()),
            1 => dy,
            2 => graph.Mul(Times(2), x),
            _ => graph.Mul(Times(exponent), graph.Pow(x, node.Scalar(exponent - 1))),
        };
    }

    private static string OfBase(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string exponent = InTypeOfBase(node);
        string slope = graph.Mul(exponent, graph.Pow(node.Input(0), graph.Sub(exponent, node.Scalar(1))));
        string zero = node.Scalar(0);
        return graph.Mul(node.Incoming, graph.Where(graph.Equal(exponent, zero), zero, slope));
    }

    private static string OfExponent(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string x = node.Input(0);
        string zero = node.Scalar(0);
        string slope = graph.Where(graph.Equal(x, zero), zero, graph.Mul(node.Output(), graph.Log(x)));
        string gradient = graph.Mul(node.Incoming, slope);
        return SameTypes(node) ? gradient : graph.CastLike(gradient, node.Input(1));
    }

    private static string InTypeOfBase(NodeGradient node) => SameTypes(node) ? node.Input(1) : node.Graph.CastLike(node.Input(1), node.Input(0));

    private static bool SameTypes(NodeGradient node) => node.Form(node.Input(0)).Element == node.Form(node.Input(1)).Element;
}
