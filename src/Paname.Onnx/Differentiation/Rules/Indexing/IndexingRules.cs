namespace Paname.Onnx.Differentiation.Rules.Indexing;

/// <summary>The rules of this folder.</summary>
internal static class IndexingRules
{
    internal static IReadOnlyList<IGradientRule> All { get; } =
    [
        new SliceRule(),
        new GatherRule(),
        new GatherElementsRule(),
        new PickingRule("GatherND"),
        new PickingRule("Compress"),
        new ScatterRule("ScatterElements", "GatherElements"),
        new ScatterRule("ScatterND", "GatherND"),
        new SelfSameRule("Trilu"),
        new SelfSameRule("ReverseSequence"),
        new TopKRule(),
        new ResizeRule(),
    ];
}
