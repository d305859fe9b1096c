using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = gamma x above 0, gamma alpha (exp(x) - 1) otherwise, where the derivative is y + gamma alpha.</summary>
internal sealed class SeluRule : IGradientRule
{
    private const float DefaultAlpha = 1.67326319217681884765625f;
    private const float DefaultGamma = 1.05070102214813232421875f;

    public string Operator => "Selu";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        double gamma = node.Node.Real("gamma", DefaultGamma);
        double alpha = node.Node.Real("alpha", DefaultAlpha);
        string slope = Mask.AboveZero(node, node.Scalar(gamma), graph.Add(node.Output(), node.Scalar(gamma * alpha)));
        node.Give(0, graph.Mul(node.Incoming, slope));
    }
}
