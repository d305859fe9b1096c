using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>The transpose of a convolution: its own gradients are those of that convolution with input and output in each other's place.</summary>
internal sealed class ConvTransposeRule : IGradientRule
{
    public string Operator => "ConvTranspose";

    public void Apply(NodeGradient node)
    {
        IReadOnlyList<long> kernel = KernelShape.Of(node);
        (string x, string y, string dy) = (node.Input(0), node.Output(), node.Incoming);
        var window = SlidingWindow.OfTransposed(node, x, [.. kernel.Skip(2)]);
        long group = node.Node.Integer("group", 1);
        if (node.Needs(0))
        {
            node.Give(0, node.Graph.Node(
                "Conv",
                [dy, node.Input(1)],
                ("group", group),
                ("strides", window.Strides),
                ("dilations", window.Dilations),
                ("pads", (long[])[.. window.Before, .. window.After])));
        }

        if (node.Needs(1))
        {
            node.Give(1, KernelGradient.Apply(node, dy, x, window, kernel, group, windows: x, imageForm: y));
        }

        if (node.Needs(2))
        {
            node.Give(2, node.Graph.ReduceSum(dy, KernelShape.AllButChannels(kernel), keep: false));
        }
    }
}
