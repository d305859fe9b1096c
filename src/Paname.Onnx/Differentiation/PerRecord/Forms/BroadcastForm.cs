using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.PerRecord.Forms;

/// <summary>A parameter added to, or multiplied with, each record: a bias, a scale, a slope.</summary>
internal sealed class BroadcastForm : IPerRecordForm
{
    public IEnumerable<(string Operator, int Input)> Uses => [("Add", 0), ("Add", 1), ("Sub", 0), ("Sub", 1), ("Mul", 0), ("Mul", 1), ("PRelu", 1), ("Gemm", 2)];

    public bool Covers(PerRecordUse use)
        => use.RowNumbers is null && use.IsPerRecord(use.Output) && Kept(use) is not null;

    public string Emit(PerRecordUse use)
    {
        GraphEditor graph = use.Graph;
        string gradient = use.Split(Contribution(use));
        int added = use.Layout(use.Output) == RecordLayout.Rows ? 1 : 0;
        int rank = use.Shape(use.Output)!.Count + added;
        int[] kept = [.. Kept(use)!.Select(axis => axis + added)];
        long[] summed = [.. Enumerable.Range(1, rank - 1).Where(axis => !kept.Contains(axis)).Select(axis => (long)axis)];
        string sums = summed.Length == 0 ? gradient : graph.ReduceSum(gradient, summed, keep: true);
        return graph.SumOfSquares(sums, rank);
    }

    /// <summary>The gradient of the parameter before the sum over the axes it was spread along.</summary>
    private static string Contribution(PerRecordUse use)
    {
        GraphEditor graph = use.Graph;
        switch (use.Node.OpType)
        {
            case "Mul":
                return graph.Mul(use.Incoming, use.Node.Input[1 - use.Input]);
            case "PRelu":
                return graph.Mul(use.Incoming, graph.Node("Min", [use.Node.Input[0], graph.CastLike(graph.Scalar(DataType.Float, 0), use.Incoming)]));
            case "Gemm" when use.Node.Find("beta") is { F: not 1 } beta:
                return graph.Mul(use.Incoming, graph.CastLike(graph.Scalar(DataType.Float, beta.F), use.Incoming));
            default:
                return use.Incoming;
        }
    }

    /// <summary>The axes of the output along which the parameter has elements of its own; <see langword="null"/> when that cannot be told, or the records are one of them.</summary>
    private static List<int>? Kept(PerRecordUse use)
    {
        if (use.Shape(use.Node.Input[use.Input]) is not { } own || use.Shape(use.Output) is not { } output || own.Count > output.Count)
        {
            return null;
        }

        var kept = new List<int>();
        for (int i = 0; i < own.Count; i++)
        {
            int axis = output.Count - own.Count + i;
            if (own[i].IsOne)
            {
                continue;
            }

            // An axis of unknown size may be 1 and spread: only one that surely is the output's is the parameter's own.
            if (axis == 0 || (own[i].Size is null && !own[i].SurelyEquals(output[axis])))
            {
                return null;
            }

            kept.Add(axis);
        }

        return kept;
    }
}
