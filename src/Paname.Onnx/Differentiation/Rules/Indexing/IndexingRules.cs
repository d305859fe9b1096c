namespace Paname.Onnx.Differentiation.Rules.Indexing;

/// <summary>The rules of this folder.</summary>
internal static class IndexingRules
{
    internal static IReadOnlyList<IGradientRule> All { get; } = [];
}
