namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>The rules of this folder.</summary>
internal static class ElementwiseRules
{
    internal static IReadOnlyList<IGradientRule> All { get; } = [new AddRule(), new MulRule()];
}
