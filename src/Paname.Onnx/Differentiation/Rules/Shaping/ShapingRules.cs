namespace Paname.Onnx.Differentiation.Rules.Shaping;

/// <summary>The rules of this folder.</summary>
internal static class ShapingRules
{
    internal static IReadOnlyList<IGradientRule> All { get; } = [];
}
