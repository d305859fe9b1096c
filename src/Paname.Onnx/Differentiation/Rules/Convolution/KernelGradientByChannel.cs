namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>The gradient of a small kernel of which each channel has its own: too little for matrix products, so element by element.</summary>
internal static class KernelGradientByChannel
{
    internal static string Apply(NodeGradient node, string image, string gradient, SlidingWindow window, IReadOnlyList<long> kernel, string windows)
    {
        IReadOnlyList<long> axes = KernelShape.AllButChannels(kernel);
        string[] sums =
        [
            .. new ShiftedImages(node, window, windows).Of(image)
                .Select(shifted => node.Graph.Unsqueeze(node.Graph.ReduceSum(node.Graph.Mul(shifted, gradient), axes, keep: false), 1)),
        ];
        return node.Graph.Reshape(sums.Length == 1 ? sums[0] : node.Graph.Concat(1, sums), kernel);
    }
}
