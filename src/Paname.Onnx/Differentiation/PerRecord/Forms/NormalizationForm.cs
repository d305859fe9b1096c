using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Differentiation.PerRecord.Forms;

/// <summary>Scale and shift of a normalisation layer: the sums of dy x and of dy, x being the input made standard, over all that shares one scale.</summary>
internal sealed class NormalizationForm : IPerRecordForm
{
    private static readonly string[] Layers = ["BatchNormalization", "InstanceNormalization", "GroupNormalization", "LayerNormalization"];

    public IEnumerable<(string Operator, int Input)> Uses => Layers.SelectMany(layer => new[] { (layer, 1), (layer, 2) });

    public bool Covers(PerRecordUse use)
        => use.RowNumbers is null
            && use.IsPerRecord(use.Output)
            && use.Shape(use.Output) is { Count: >= 2 } output
            && Own(use) is { } own
            && own.Count < output.Count
            && own.All(axis => axis.Size is not null);

    public string Emit(PerRecordUse use)
    {
        GraphEditor graph = use.Graph;
        string gradient = use.Split(use.Input == 1 ? graph.Mul(use.Incoming, Standard(use)) : use.Incoming);
        int added = use.Layout(use.Output) == RecordLayout.Rows ? 1 : 0;
        int rank = use.Shape(use.Output)!.Count + added;

        // The scale of a layer normalisation lies along the last axes; of the others, along the channels.
        int own = Own(use)!.Count;
        int first = use.Node.OpType == "LayerNormalization" ? rank - own : 1 + added;
        long[] summed = [.. Enumerable.Range(1, rank - 1).Where(axis => axis < first || axis >= first + own).Select(axis => (long)axis)];
        return graph.SumOfSquares(summed.Length == 0 ? gradient : graph.ReduceSum(gradient, summed, keep: true), rank);
    }

    private static IReadOnlyList<Dimension>? Own(PerRecordUse use) => use.Shape(use.Node.Input[use.Input]);

    /// <summary>The layer once more, with a scale of 1 and no shift.</summary>
    private static string Standard(PerRecordUse use)
    {
        GraphEditor graph = use.Graph;
        NodeProto copy = use.Node.Clone();
        copy.Name = string.Empty;
        string output = graph.Fresh("grad/standard");
        copy.Output.Clear();
        copy.Output.Add(output);
        string like = graph.Shape(use.Node.Input[1]);
        string zero = graph.CastLike(graph.Scalar(TensorProto.Types.DataType.Float, 0), use.Incoming);
        string one = graph.CastLike(graph.Scalar(TensorProto.Types.DataType.Float, 1), use.Incoming);
        copy.Input[1] = graph.Expand(one, like);
        if (copy.InputAt(2).Length > 0)
        {
            copy.Input[2] = graph.Expand(zero, like);
        }

        graph.Graph.Node.Add(copy);
        return output;
    }
}
