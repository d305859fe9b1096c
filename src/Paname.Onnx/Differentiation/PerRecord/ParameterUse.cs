using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Differentiation.PerRecord;

/// <summary>The one place where a parameter enters the computation of the records.</summary>
/// <param name="Node">The operator.</param>
/// <param name="Input">Which of its inputs holds the parameter, rearranged or not: norms do not see a rearrangement.</param>
/// <param name="RowNumbers">Where rows of the parameter were picked before, the same for every record, as learned positions are: their numbers, an int64 value.</param>
internal sealed record ParameterUse(NodeProto Node, int Input, string? RowNumbers);
