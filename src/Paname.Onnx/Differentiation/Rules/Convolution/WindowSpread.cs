namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>Carries the gradient of each window back to the elements it covers, by a transposed convolution of exactly the image's size.</summary>
internal static class WindowSpread
{
    /// <param name="node">The node.</param>
    /// <param name="gradient">One value a window: the result's spatial axes.</param>
    /// <param name="kernel">The weights of a window's elements.</param>
    /// <param name="window">How the kernel moves.</param>
    /// <param name="image">The forward value whose spatial axes the answer has.</param>
    /// <param name="result">The forward value whose spatial axes the gradient has.</param>
    /// <param name="group">Groups of channels.</param>
    internal static string Apply(NodeGradient node, string gradient, string kernel, SlidingWindow window, string image, string result, long group)
    {
        if (SlidingWindow.Spatial(node, image) is { } sizes && SlidingWindow.Spatial(node, result) is { } windows)
        {
            if (TurnedKernel.TryApply(node, gradient, kernel, window, sizes, windows, group) is { } turned)
            {
                return turned;
            }

            // What the windows reach beyond the image is cut as padding; what they do not reach is added.
            long[] beyond = [.. Enumerable.Range(0, window.Rank).Select(axis =>
                (window.Strides[axis] * (windows[axis] - 1)) + window.Extent(axis) - window.Before[axis] - sizes[axis])];
            return Transposed(node, gradient, kernel, window, group, [.. beyond.Select(size => Math.Max(size, 0))], [.. beyond.Select(size => Math.Max(-size, 0))]);
        }

        // Nothing is cut behind, the most a stride can leave is added, and the image's size is taken from the front.
        string all = Transposed(node, gradient, kernel, window, group, new long[window.Rank], [.. window.Strides.Select(stride => stride - 1)]);
        return node.Graph.Slice(
            all,
            node.Graph.Vector([.. new long[window.Rank]]),
            node.Graph.Node("Shape", [image], ("start", 2L)),
            node.Graph.Vector([.. Enumerable.Range(2, window.Rank).Select(axis => (long)axis)]));
    }

    private static string Transposed(NodeGradient node, string gradient, string kernel, SlidingWindow window, long group, long[] after, long[] added)
        => node.Graph.Node(
            "ConvTranspose",
            [gradient, kernel],
            ("group", group),
            ("strides", window.Strides),
            ("dilations", window.Dilations),
            ("pads", (long[])[.. window.Before, .. after]),
            ("output_padding", added));
}
