namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>What the shape of a convolution's weights says.</summary>
internal static class KernelShape
{
    internal static IReadOnlyList<long> Of(NodeGradient node)
        => node.Form(node.Input(1)).Sizes ?? throw node.Refuse($"the shape of its weights '{node.Input(1)}' is not known");

    /// <summary>The axes a bias is spread along.</summary>
    internal static IReadOnlyList<long> AllButChannels(IReadOnlyList<long> kernel)
        => [0, .. Enumerable.Range(2, kernel.Count - 2).Select(axis => (long)axis)];
}
