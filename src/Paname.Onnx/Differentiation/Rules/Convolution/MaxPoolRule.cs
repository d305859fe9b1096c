using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>The maximum of each window; of equal ones the first in row-major order has the gradient, as in PyTorch.</summary>
internal sealed class MaxPoolRule : IGradientRule
{
    public string Operator => "MaxPool";

    public void Apply(NodeGradient node)
    {
        if (node.Node.Integer("storage_order", 0) != 0)
        {
            throw node.Refuse("column-major indices (storage_order 1) are not covered");
        }

        // Padding to the same size may rest on sizes that are not known, which the indices do not need.
        SlidingWindow? window = node.Node.Text("auto_pad", "NOTSET").StartsWith("SAME", StringComparison.Ordinal)
            ? null
            : SlidingWindow.Of(node, node.Input(0), node.Node.Integers("kernel_shape"));
        node.Give(0, window is not null && Tiling.SizesIfTiled(node, window) is { } sizes ? ByComparison(node, window, sizes) : ByIndices(node));
    }

    /// <summary>Finds the maxima again: the runtime pools several times faster when no indices are asked for.</summary>
    private static string ByComparison(NodeGradient node, SlidingWindow window, IReadOnlyList<long> sizes)
    {
        GraphEditor graph = node.Graph;
        string largest = graph.Cast(graph.Equal(node.Input(0), Tiling.Enlarge(node, node.Output(), window)), DataType.Float);
        string ranks = graph.Mul(largest, Ranks(node, window, sizes));
        string first = graph.Node("MaxPool", [ranks], ("kernel_shape", window.Kernel), ("strides", window.Strides));
        string chosen = graph.Cast(graph.Equal(ranks, Tiling.Enlarge(node, first, window)), DataType.Float);
        return graph.Mul(chosen, Tiling.Enlarge(node, node.Incoming, window));
    }

    /// <summary>A picture that numbers each window's elements down to one.</summary>
    private static string Ranks(NodeGradient node, SlidingWindow window, IReadOnlyList<long> sizes)
    {
        (long rows, long columns) = (window.Kernel[0], window.Kernel[1]);
        float[] ranks = new float[sizes[0] * sizes[1]];
        for (int i = 0; i < ranks.Length; i++)
        {
            (long row, long column) = (i / sizes[1] % rows, i % sizes[1] % columns);
            ranks[i] = (rows * columns) - ((row * columns) + column);
        }

        return node.Graph.Store(Tensors.Floats(node.Graph.Fresh("grad/ranks"), [1, 1, sizes[0], sizes[1]], ranks));
    }

    private static string ByIndices(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string shape = graph.Shape(node.Input(0));
        string zeros = graph.Filled(graph.Node("ReduceProd", [shape], ("keepdims", 1L)), node.Element, 0);
        string line = graph.Vector(-1);
        string sums = graph.Node(
            "ScatterElements",
            [zeros, graph.Node("Reshape", [node.ExtraOutput(1, "grad/indices"), line]), graph.Node("Reshape", [node.Incoming, line])],
            ("axis", 0L),
            ("reduction", "add"));
        return graph.Reshape(sums, shape);
    }
}
