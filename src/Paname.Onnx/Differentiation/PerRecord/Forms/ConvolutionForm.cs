using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Differentiation.PerRecord.Forms;

/// <summary>Kernel and bias of a convolution: the kernel's gradient is a product of the patches of the input with dy, record by record.</summary>
internal sealed class ConvolutionForm : IPerRecordForm
{
    public IEnumerable<(string Operator, int Input)> Uses => [("Conv", 1), ("Conv", 2)];

    public bool Covers(PerRecordUse use)
        => use.RowNumbers is null
            && use.Layout(use.Node.Input[0]) == RecordLayout.Records
            && use.Layout(use.Output) == RecordLayout.Records
            && use.Shape(use.Node.Input[1]) is { } kernel
            && kernel.All(axis => axis.Size is not null);

    public string Emit(PerRecordUse use) => use.Input == 2 ? Bias(use) : Kernel(use);

    private static string Bias(PerRecordUse use)
    {
        int rank = use.Shape(use.Node.Input[1])!.Count;
        string sums = use.Graph.ReduceSum(use.Incoming, [.. Enumerable.Range(2, rank - 2).Select(axis => (long)axis)], keep: false);
        return use.Graph.SumOfSquares(sums, 2);
    }

    private static string Kernel(PerRecordUse use)
    {
        GraphEditor graph = use.Graph;
        long[] kernel = [.. use.Shape(use.Node.Input[1])!.Select(axis => axis.Size!.Value)];
        long groups = use.Node.Integer("group", 1);
        long taps = kernel.Skip(2).Aggregate(1L, (product, size) => product * size);
        long rows = kernel[1] * taps;
        long columns = kernel[0] / groups;
        long? places = Places(use);
        string patches = graph.Reshape(Patches(use, groups * kernel[1], taps, kernel), 0, groups, rows, -1);
        string dy = graph.Reshape(use.Incoming, 0, groups, columns, -1);
        if (places is { } count && count * count <= rows * columns)
        {
            string products = graph.Mul(
                graph.MatMul(graph.Transpose(patches, 0, 1, 3, 2), patches),
                graph.MatMul(graph.Transpose(dy, 0, 1, 3, 2), dy));
            return graph.Node("Relu", [graph.ReduceSum(products, [1, 2, 3], keep: false)]);
        }

        return graph.SumOfSquares(graph.MatMul(dy, graph.Transpose(patches, 0, 1, 3, 2)), 4);
    }

    /// <summary>What each place of the output sees of each channel, [records, channels x taps, places...]: a convolution of each channel with kernels of a single 1.</summary>
    private static string Patches(PerRecordUse use, long channels, long taps, long[] kernel)
    {
        float[] picks = new float[channels * taps * taps];
        for (long row = 0; row < channels * taps; row++)
        {
            picks[(row * taps) + (row % taps)] = 1;
        }

        GraphEditor graph = use.Graph;
        string name = graph.Store(Tensors.Floats(graph.Fresh("grad/patches"), [channels * taps, 1, .. kernel.Skip(2)], picks));
        AttributeProto[] kept = [.. use.Node.Attribute.Where(attribute => attribute.Name != "group")];
        var node = new NodeProto { OpType = "Conv" };
        node.Input.AddRange([use.Node.Input[0], graph.CastLike(name, use.Incoming)]);
        node.Output.Add(graph.Fresh("grad/Conv"));
        node.Attribute.AddRange(kept.Select(attribute => attribute.Clone()));
        node.Attribute.Add(GraphEditor.MakeAttribute("group", channels));
        graph.Graph.Node.Add(node);
        return node.Output[0];
    }

    private static long? Places(PerRecordUse use)
    {
        Dimension[]? places = use.Shape(use.Output)?.Skip(2).ToArray();
        return places is not null && places.All(axis => axis.Size is not null) ? places.Aggregate(1L, (product, axis) => product * axis.Size!.Value) : null;
    }
}
