using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.PerRecord.Forms;

/// <summary>A table of which each record gathers rows: a row gathered twice gets both gradients.</summary>
internal sealed class EmbeddingForm : IPerRecordForm
{
    public IEnumerable<(string Operator, int Input)> Uses => [("Gather", 0)];

    public bool Covers(PerRecordUse use)
        => use.RowNumbers is null
            && use.Node.Integer("axis", 0) == 0
            && use.IsPerRecord(use.Node.Input[1])
            && use.Shape(use.Node.Input[0]) is [{ Size: not null }, { Size: not null }];

    public string Emit(PerRecordUse use)
    {
        GraphEditor graph = use.Graph;
        long rows = use.Shape(use.Node.Input[0])![0].Size!.Value;
        long width = use.Shape(use.Node.Input[0])![1].Size!.Value;
        string numbers = graph.Cast(graph.Reshape(use.Node.Input[1], graph.Concat(0, use.Records, graph.Vector(-1))), DataType.Int64);

        // Numbers below 0 count from the end of the table.
        string normal = graph.Where(graph.Less(numbers, graph.Scalar(DataType.Int64, 0)), graph.Add(numbers, graph.Scalar(DataType.Int64, rows)), numbers);
        return Norms.OfScattered(graph, use.Matrices(use.Incoming, width), normal);
    }
}
