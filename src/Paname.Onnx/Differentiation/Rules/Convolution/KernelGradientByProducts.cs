namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>The gradient of a small kernel as one batched matrix product with shifted copies of the image.</summary>
internal static class KernelGradientByProducts
{
    internal static string Apply(NodeGradient node, string image, string gradient, SlidingWindow window, IReadOnlyList<long> kernel, long group, string windows)
    {
        var images = new ShiftedImages(node, window, windows);
        (long maps, long channels) = (kernel[0], kernel[1]);
        string[] taps = [.. images.Of(image).Select(shifted => images.Flat(shifted, channels))];
        string columns = taps.Length == 1 ? taps[0] : node.Graph.Concat(1, taps);
        string products = node.Graph.MatMul(images.Flat(gradient, maps / group), node.Graph.Transpose(columns, 0, 2, 1));
        string total = node.Graph.ReduceSum(node.Graph.Reshape(products, -1, maps, channels * taps.Length), [0], keep: false);
        string sorted = node.Graph.Reshape(total, [maps, .. window.Kernel, channels]);
        return node.Graph.Transpose(sorted, [0, window.Rank + 1, .. Enumerable.Range(1, window.Rank).Select(axis => (long)axis)]);
    }
}
