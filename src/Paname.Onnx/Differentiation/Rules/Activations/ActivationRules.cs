namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>The rules of this folder.</summary>
internal static class ActivationRules
{
    internal static IReadOnlyList<IGradientRule> All { get; } = [new ReluRule()];
}
