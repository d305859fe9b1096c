using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>y = x in inference; mask x / (1 - ratio) in training, with the mask the forward node drew.</summary>
internal sealed class DropoutRule : IGradientRule
{
    private const double DefaultRatio = 0.5;

    public string Operator => "Dropout";

    public void Apply(NodeGradient node)
    {
        string training = node.Input(2);
        bool? stored = training.Length == 0 ? false
            : node.Stored(training) is { } tensor ? TensorValues.Number(tensor) != 0
            : null;
        if (stored == false)
        {
            node.Give(0, node.Incoming);
            return;
        }

        string scale = Scale(node);
        if (stored is null)
        {
            scale = node.Graph.Where(training, scale, node.Scalar(1));
        }

        node.Give(0, Mask.Pass(node, node.ExtraOutput(1, "grad/mask"), node.Graph.Mul(node.Incoming, scale)));
    }

    private static string Scale(NodeGradient node)
    {
        string ratio = node.Input(1);
        if (ratio.Length == 0)
        {
            return node.Scalar(1 / (1 - DefaultRatio));
        }

        if (node.Stored(ratio) is { } tensor && TensorValues.Number(tensor) is { } dropped)
        {
            return node.Scalar(1 / (1 - dropped));
        }

        GraphEditor graph = node.Graph;
        string one = node.Scalar(1);
        return graph.Div(one, graph.Sub(one, graph.Cast(ratio, node.Element)));
    }
}
