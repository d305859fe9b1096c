using Paname.Onnx.Differentiation.Rules.Activations;
using Paname.Onnx.Differentiation.Rules.Convolution;
using Paname.Onnx.Differentiation.Rules.Elementwise;
using Paname.Onnx.Differentiation.Rules.Indexing;
using Paname.Onnx.Differentiation.Rules.Linear;
using Paname.Onnx.Differentiation.Rules.Normalization;
using Paname.Onnx.Differentiation.Rules.Reduction;
using Paname.Onnx.Differentiation.Rules.Shaping;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Differentiation;

/// <summary>Finds the gradient rule of a node by its operator.</summary>
internal static class RuleBook
{
    private static readonly Dictionary<string, IGradientRule> Rules = new IReadOnlyList<IGradientRule>[]
    {
        ElementwiseRules.All,
        ActivationRules.All,
        LinearRules.All,
        ConvolutionRules.All,
        NormalizationRules.All,
        ReductionRules.All,
        ShapingRules.All,
        IndexingRules.All,
    }.SelectMany(family => family).ToDictionary(rule => rule.Operator, StringComparer.Ordinal);

    /// <summary>Results that do not change with small changes of the inputs: their derivative is zero.</summary>
    private static readonly HashSet<string> Constants = new(StringComparer.Ordinal)
    {
        "Shape", "Size", "ConstantOfShape", "Range", "EyeLike", "RandomNormalLike", "RandomUniformLike", "OneHot",
        "Floor", "Ceil", "Round", "Sign", "ArgMax", "ArgMin", "NonZero", "Equal", "Greater", "GreaterOrEqual", "Less", "LessOrEqual", "IsNaN", "IsInf",
    };

    /// <summary>The operators that have a rule, in order.</summary>
    internal static IEnumerable<string> Operators => Rules.Keys.Order(StringComparer.Ordinal);

    internal static IGradientRule? Find(NodeProto node) => IsStandard(node) ? Rules.GetValueOrDefault(node.OpType) : null;

    internal static bool IsConstant(NodeProto node) => IsStandard(node) && Constants.Contains(node.OpType);

    private static bool IsStandard(NodeProto node) => node.Domain is "" or "ai.onnx";
}
