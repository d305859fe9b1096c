using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.PerRecord.Forms;

/// <summary>A table whose rows, the same for every record, are added to the rows of each: learned positions.</summary>
internal sealed class GatheredRowsForm : IPerRecordForm
{
    public IEnumerable<(string Operator, int Input)> Uses => [("Add", 0), ("Add", 1)];

    public bool Covers(PerRecordUse use)
        => use.RowNumbers is not null
            && use.Layout(use.Output) == RecordLayout.Records
            && use.Shape(use.Output) is { Count: 3 }
            && use.Shape(use.Parameter) is [_, { Size: > 1 }]
            && use.Shape(use.Node.Input[use.Input]) is [_, _] or [{ IsOne: true }, _, _];

    public string Emit(PerRecordUse use)
    {
        GraphEditor graph = use.Graph;
        string added = use.Matrices(use.Incoming, use.Shape(use.Parameter)![1].Size!.Value);

        // A single row is added to all rows of a record.
        string numbers = graph.Expand(graph.Reshape(use.RowNumbers!, 1, -1), graph.Concat(0, graph.Vector(1), graph.Size(added, 1)));
        return Norms.OfScattered(graph, added, numbers);
    }
}
