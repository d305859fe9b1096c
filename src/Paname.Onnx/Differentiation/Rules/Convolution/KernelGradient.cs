namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>The gradient of a kernel from the image it moved over and the gradient of what it gave.</summary>
internal static class KernelGradient
{
    /// <summary>Beyond this many elements the copies of the image that matrix products need outweigh their speed: measured, 5x5 gains and 7x7 loses.</summary>
    private const long MostTaps = 27;

    /// <param name="node">The node.</param>
    /// <param name="image">(batch, channels, spatial axes): what the windows covered.</param>
    /// <param name="gradient">(batch, maps, spatial axes): the gradient of each window's result.</param>
    /// <param name="window">How the kernel moved.</param>
    /// <param name="kernel">The kernel's shape: maps, channels of a group, sizes.</param>
    /// <param name="group">Groups of channels.</param>
    /// <param name="windows">A forward value with the spatial axes of <paramref name="gradient"/>.</param>
    /// <param name="imageForm">A forward value of the shape of <paramref name="image"/>.</param>
    /// <returns>The gradient, of the kernel's shape.</returns>
    internal static string Apply(NodeGradient node, string image, string gradient, SlidingWindow window, IReadOnlyList<long> kernel, long group, string windows, string imageForm)
    {
        if (window.Kernel.Aggregate(1L, (product, size) => product * size) > MostTaps)
        {
            return KernelGradientByConvolution.Apply(node, image, gradient, window, kernel, group, imageForm);
        }

        bool depthwise = kernel[1] == 1 && kernel[0] == group && group > 1;
        return depthwise
            ? KernelGradientByChannel.Apply(node, image, gradient, window, kernel, windows)
            : KernelGradientByProducts.Apply(node, image, gradient, window, kernel, group, windows);
    }
}
