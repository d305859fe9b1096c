namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>The rules of this folder.</summary>
internal static class ConvolutionRules
{
    internal static IReadOnlyList<IGradientRule> All { get; } =
    [
        new AveragePoolRule(),
        new ConvRule(),
        new ConvTransposeRule(),
        new GlobalAveragePoolRule(),
        new GlobalMaxPoolRule(),
        new MaxPoolRule(),
        new MaxUnpoolRule(),
    ];
}
