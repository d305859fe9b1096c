using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules.Cases;

/// <summary>The cases of the rules in the folder Normalization, by operator.</summary>
internal static class NormalizationCases
{
    internal static IReadOnlyDictionary<string, IEnumerable<RuleCase>> All { get; } = new Dictionary<string, IEnumerable<RuleCase>>
    {
    };
}
