namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>The gradient of a large kernel as a convolution: batch and channels swap places, and so do strides and dilations.</summary>
internal static class KernelGradientByConvolution
{
    internal static string Apply(NodeGradient node, string image, string gradient, SlidingWindow window, IReadOnlyList<long> kernel, long group, string imageForm)
    {
        long[] spatial = [.. Enumerable.Range(2, window.Rank).Select(axis => (long)axis)];
        string swapped = node.Graph.Node(
            "Conv",
            [ChannelsAsBatch(node, image, kernel[1], group, spatial, imageForm), node.Graph.Transpose(gradient, [1, 0, .. spatial])],
            ("group", group),
            ("strides", window.Dilations),
            ("dilations", window.Strides),
            ("pads", (long[])[.. window.Before, .. window.After]));
        string result = node.Graph.Transpose(swapped, [1, 0, .. spatial]);

        // A stride that does not reach the image's end leaves room for windows the kernel does not have.
        return window.Strides.All(stride => stride == 1)
            ? result
            : node.Graph.Slice(result, node.Graph.Vector([.. new long[window.Rank]]), node.Graph.Vector(window.Kernel), node.Graph.Vector(spatial));
    }

    /// <summary>(channels of a group, groups x batch, spatial axes).</summary>
    private static string ChannelsAsBatch(NodeGradient node, string image, long channels, long group, long[] spatial, string imageForm)
    {
        if (group == 1)
        {
            return node.Graph.Transpose(image, [1, 0, .. spatial]);
        }

        string sizes = SlidingWindow.Spatial(node, imageForm) is { } known ? node.Graph.Vector(known) : node.Graph.Node("Shape", [image], ("start", 2L));
        string batch = node.Graph.Size(image, 0);
        string split = node.Graph.Reshape(image, node.Graph.Concat(0, batch, node.Graph.Vector(group, channels), sizes));
        string moved = node.Graph.Transpose(split, [2, 1, 0, .. spatial.Select(axis => axis + 1)]);
        return node.Graph.Reshape(moved, node.Graph.Concat(0, node.Graph.Vector(channels), node.Graph.Mul(batch, node.Graph.Vector(group)), sizes));
    }
}
