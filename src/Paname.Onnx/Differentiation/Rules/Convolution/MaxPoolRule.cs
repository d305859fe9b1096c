using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>The maximum of each window; of equal ones the first in row-major order has the gradient, as in PyTorch.</summary>
internal sealed class MaxPoolRule : IGradientRule
{
    // Positions in an image are counted in float32.
    private const long MostPositions = 1L << 24;

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
        string Route(string gradient) => window is not null && Tiling.SizesIfTiled(node, window) is { } sizes && sizes[0] * sizes[1] <= MostPositions
            ? ByComparison(node, window, sizes, gradient)
            : ByIndices(node, gradient);

        // The largest is positive where Relu let it through: the mask is made of the windows, which are fewer than the elements.
        if (node.BeforeRelu(0) is { } before)
        {
            node.GiveBeforeRelu(before, Route(Mask.Positive(node, node.Output(), node.Incoming)));
        }
        else
        {
            node.Give(0, Route(node.Incoming));
        }
    }

    /// <summary>Finds the maxima again: the runtime pools several times faster when no indices are asked for.</summary>
    private static string ByComparison(NodeGradient node, SlidingWindow window, IReadOnlyList<long> sizes, string gradient)
    {
        GraphEditor graph = node.Graph;
        long area = sizes[0] * sizes[1];
        (string, object)[] tiles = [("kernel_shape", window.Kernel), ("strides", window.Strides)];
        string largest = graph.Cast(graph.Equal(node.Input(0), Tiling.Enlarge(node, node.Output(), window)), DataType.Float);
        string counts = graph.Store(Tensors.Floats(graph.Fresh("grad/counts"), [1, 1, .. sizes], [.. Enumerable.Range(0, (int)area).Select(position => (float)(area - position))]));
        string first = graph.Node("MaxPool", [graph.Mul(largest, counts)], tiles);

        // Where nothing equals the maximum, which is then no number, the index still stays within the image.
        string within = graph.Cast(graph.Node("Max", [first, node.Scalar(1)]), DataType.Int64);
        return graph.Node("MaxUnpool", [gradient, graph.Sub(Ends(node, area), within)], tiles);
    }

    /// <summary>The index behind the last element of each image: [records, channels, 1, 1].</summary>
    private static string Ends(NodeGradient node, long area)
    {
        GraphEditor graph = node.Graph;
        string images = graph.Node("Shape", [node.Input(0)], ("end", 2L));
        string step = graph.Scalar(DataType.Int64, area);
        string end = graph.Mul(graph.Node("ReduceProd", [images], ("keepdims", 0L)), step);
        string ends = graph.Node("Range", [step, graph.Add(end, step), step]);
        return graph.Reshape(ends, graph.Concat(0, images, graph.Vector(1, 1)));
    }

    private static string ByIndices(NodeGradient node, string gradient)
    {
        GraphEditor graph = node.Graph;
        string shape = graph.Shape(node.Input(0));
        string zeros = graph.Filled(graph.Node("ReduceProd", [shape], ("keepdims", 1L)), node.Element, 0);
        string line = graph.Vector(-1);
        string sums = graph.Node(
            "ScatterElements",
            [zeros, graph.Node("Reshape", [node.ExtraOutput(1, "grad/indices"), line]), graph.Node("Reshape", [gradient, line])],
            ("axis", 0L),
            ("reduction", "add"));
        return graph.Reshape(sums, shape);
    }
}
