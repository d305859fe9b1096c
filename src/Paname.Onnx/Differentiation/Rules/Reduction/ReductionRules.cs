namespace Paname.Onnx.Differentiation.Rules.Reduction;

/// <summary>The rules of this folder.</summary>
internal static class ReductionRules
{
    internal static IReadOnlyList<IGradientRule> All { get; } = [];
}
