using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.PerRecord.Forms;

/// <summary>The matrix of a linear layer: |x|^2 |dy|^2 where a record is one row (Goodfellow 2015), the norm of a product where it is several.</summary>
internal sealed class LinearWeightForm : IPerRecordForm
{
    public IEnumerable<(string Operator, int Input)> Uses => [("Gemm", 1), ("MatMul", 1)];

    public bool Covers(PerRecordUse use)
        => use.RowNumbers is null
            && Weight(use) is not null
            && use.Node.Integer("transA", 0) == 0
            && use.IsPerRecord(use.Node.Input[0])
            && use.IsPerRecord(use.Output)
            && use.Shape(use.Node.Input[0]) is { Count: >= 2 };

    public string Emit(PerRecordUse use)
    {
        GraphEditor graph = use.Graph;
        string x = use.Node.Input[0];
        (long inputs, long outputs) = Weight(use)!.Value;
        string norm = use.Shape(x)!.Count == 2 && use.Layout(x) == RecordLayout.Records
            ? graph.Mul(graph.SumOfSquares(x, 2), graph.SumOfSquares(use.Incoming, 2))
            : Norms.OfProduct(graph, use.Matrices(x, inputs), use.Matrices(use.Incoming, outputs), RowsOf(use, x), inputs * outputs);
        float alpha = use.Node.Find("alpha")?.F ?? 1;
        return alpha == 1 ? norm : graph.Mul(norm, graph.CastLike(graph.Scalar(DataType.Float, (double)alpha * alpha), norm));
    }

    private static (long Inputs, long Outputs)? Weight(PerRecordUse use)
    {
        if (use.Shape(use.Node.Input[1]) is not [{ Size: { } first }, { Size: { } second }])
        {
            return null;
        }

        return use.Node.Integer("transB", 0) != 0 ? (second, first) : (first, second);
    }

    private static long? RowsOf(PerRecordUse use, string x)
    {
        Dimension[] inner = [.. use.Shape(x)!.Skip(1).SkipLast(1)];
        return use.Layout(x) == RecordLayout.Records && inner.All(axis => axis.Size is not null) ? inner.Aggregate(1L, (product, axis) => product * axis.Size!.Value) : null;
    }
}
