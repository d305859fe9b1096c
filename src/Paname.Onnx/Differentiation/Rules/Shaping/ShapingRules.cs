namespace Paname.Onnx.Differentiation.Rules.Shaping;

/// <summary>The rules of this folder.</summary>
internal static class ShapingRules
{
    internal static IReadOnlyList<IGradientRule> All { get; } =
    [
        new ReshapingRule("Flatten"),
        new ReshapingRule("Reshape"),
        new ReshapingRule("Squeeze"),
        new ReshapingRule("Unsqueeze"),
        new TransposeRule(),
        new ExpandRule(),
        new ConcatRule(),
        new SplitRule(),
        new TileRule(),
        new PadRule(),
        new DepthToSpaceRule(),
        new SpaceToDepthRule(),
    ];
}
