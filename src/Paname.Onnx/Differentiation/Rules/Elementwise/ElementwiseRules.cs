namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>The rules of this folder.</summary>
internal static class ElementwiseRules
{
    internal static IReadOnlyList<IGradientRule> All { get; } =
    [
        .. UnaryFunctions.All,
        new AddRule(),
        new SubRule(),
        new MulRule(),
        new DivRule(),
        new PowRule(),
        new SumRule(),
        new MeanRule(),
        new ExtremeRule("Max"),
        new ExtremeRule("Min"),
        new ClipRule(),
        new WhereRule(),
        new CastRule("Cast"),
        new CastRule("CastLike"),
        new DropoutRule(),
    ];
}
