namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>The rules of this folder.</summary>
internal static class ActivationRules
{
    internal static IReadOnlyList<IGradientRule> All { get; } =
    [
        .. ActivationFunctions.All,
        new ReluRule(),
        new LeakyReluRule(),
        new PReluRule(),
        new ThresholdedReluRule(),
        new EluRule(),
        new SeluRule(),
        new CeluRule(),
        new GeluRule(),
        new HardSigmoidRule(),
        new HardSwishRule(),
        new SwishRule(),
        new SoftmaxRule(),
        new LogSoftmaxRule(),
    ];
}
