namespace Paname.Onnx.Differentiation.Rules.Normalization;

/// <summary>The rules of this folder.</summary>
internal static class NormalizationRules
{
    internal static IReadOnlyList<IGradientRule> All { get; } =
    [
        new BatchNormalizationRule(),
        new GroupNormalizationRule(),
        new InstanceNormalizationRule(),
        new LayerNormalizationRule(),
        new LpNormalizationRule(),
        new MeanVarianceNormalizationRule(),
    ];
}
