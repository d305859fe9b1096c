using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>y = w * x + b over one to three spatial axes.</summary>
internal sealed class ConvRule : IGradientRule
{
    public string Operator => "Conv";

    public void Apply(NodeGradient node)
    {
        IReadOnlyList<long> kernel = KernelShape.Of(node);
        (string x, string y, string dy) = (node.Input(0), node.Output(), node.Incoming);
        var window = SlidingWindow.Of(node, x, [.. kernel.Skip(2)]);
        long group = node.Node.Integer("group", 1);
        if (node.Needs(0))
        {
            node.Give(0, WindowSpread.Apply(node, dy, node.Input(1), window, x, y, group));
        }

        if (node.Needs(1))
        {
            node.Give(1, KernelGradient.Apply(node, x, dy, window, kernel, group, windows: y, imageForm: x));
        }

        if (node.Needs(2))
        {
            node.Give(2, node.Graph.ReduceSum(dy, KernelShape.AllButChannels(kernel), keep: false));
        }
    }
}
