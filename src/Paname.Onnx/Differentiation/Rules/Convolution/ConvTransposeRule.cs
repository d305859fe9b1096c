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
            string convolved = node.Graph.Node(
                "Conv",
                [dy, node.Input(1)],
                ("group", group),
                ("strides", window.Strides),
                ("dilations", window.Dilations),
                ("pads", (long[])[.. window.Before, .. window.After]));
            node.Give(0, ReachesFurther(node, window)
                ? node.Graph.Slice(
                    convolved,
                    node.Graph.Vector([.. new long[window.Rank]]),
                    node.Graph.Node("Shape", [x], ("start", 2L)),
                    node.Graph.Vector([.. Enumerable.Range(2, window.Rank).Select(axis => (long)axis)]))
                : convolved);
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

    /// <summary>Output padding of a stride or more, as a dilation allows, makes room for windows the input has no elements for.</summary>
    private static bool ReachesFurther(NodeGradient node, SlidingWindow window)
        => node.Node.Integers("output_padding").Where((added, axis) => added >= window.Strides[axis]).Any();
}
