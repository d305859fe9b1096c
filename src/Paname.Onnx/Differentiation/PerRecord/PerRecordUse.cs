using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Differentiation.PerRecord;

/// <summary>What a form sees of a parameter's use.</summary>
internal sealed class PerRecordUse(WorkingModel model, RecordLayouts layouts, ParameterUse use, string parameter)
{
    internal NodeProto Node => use.Node;

    internal int Input => use.Input;

    internal string? RowNumbers => use.RowNumbers;

    internal GraphEditor Graph => model.Editor;

    /// <summary>The parameter as it is stored.</summary>
    internal string Parameter => parameter;

    internal string Output => Node.Output[0];

    /// <summary>The gradient of the node's output; set before <see cref="IPerRecordForm.Emit"/>.</summary>
    internal string Incoming { get; set; } = string.Empty;

    /// <summary>The number of records as a vector of one element; set before <see cref="IPerRecordForm.Emit"/>.</summary>
    internal string Records { get; set; } = string.Empty;

    internal RecordLayout Layout(string value) => layouts.Of(value);

    internal bool IsPerRecord(string value) => Layout(value) is RecordLayout.Records or RecordLayout.Rows;

    internal IReadOnlyList<Dimension>? Shape(string value) => model.Form(value)?.Shape;

    /// <summary>A value as matrices, one per record: [records, rows, width].</summary>
    internal string Matrices(string value, long width) => Graph.Reshape(value, Graph.Concat(0, Records, Graph.Vector(-1, width)));

    /// <summary>A value with the records as its first axis and, where they were rows, the rows of a record as its second.</summary>
    internal string Split(string value) => Layout(Output) == RecordLayout.Rows
        ? Graph.Reshape(value, Graph.Concat(0, Records, Graph.Vector(-1), Graph.Node("Shape", [value], ("start", 1L))))
        : value;
}
