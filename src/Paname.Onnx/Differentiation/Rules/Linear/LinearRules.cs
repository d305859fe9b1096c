namespace Paname.Onnx.Differentiation.Rules.Linear;

/// <summary>The rules of this folder.</summary>
internal static class LinearRules
{
    internal static IReadOnlyList<IGradientRule> All { get; } = [new GemmRule(), new MatMulRule()];
}
