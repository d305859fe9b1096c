using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Differentiation.Rules.Indexing;

/// <summary>The gradient of a contiguous slice is padded with zeros; that of any other is put back element by element.</summary>
internal sealed class SliceRule : IGradientRule
{
    public string Operator => "Slice";

    public void Apply(NodeGradient node)
    {
        if (node.Input(4).Length > 0 && !(node.StoredIntegers(node.Input(4))?.All(step => step == 1) ?? false))
        {
            node.GiveByPositions();
            return;
        }

        string axes = Axes(node);
        string pads = StoredPads(node, axes) is { } stored ? node.Graph.Vector(stored) : ComputedPads(node, axes);
        node.Give(0, node.Graph.Node("Pad", [node.Incoming, pads, string.Empty, axes]));
    }

    /// <summary>Without axes, starts are those of the first ones.</summary>
    private static string Axes(NodeGradient node)
    {
        if (node.Input(3).Length > 0)
        {
            return Long(node, node.Input(3));
        }

        long count = node.Form(node.Input(1)).Shape?[0].Size ?? node.Rank(node.Input(0));
        return node.Graph.Vector([.. Enumerable.Range(0, (int)count).Select(axis => (long)axis)]);
    }

    /// <summary>How much lies before the slice on each of its axes, then how much after, when starts and sizes are known.</summary>
    private static long[]? StoredPads(NodeGradient node, string sliced)
    {
        if (node.StoredIntegers(node.Input(1)) is not { } starts
            || node.StoredIntegers(sliced) is not { } axes
            || node.Form(node.Input(0)).Shape is not { } whole
            || node.Form(node.Output()).Shape is not { } slice)
        {
            return null;
        }

        long[] pads = new long[2 * starts.Count];
        for (int i = 0; i < starts.Count; i++)
        {
            int axis = node.Axis(axes[i], node.Input(0));
            if (whole[axis].Size is not { } size || slice[axis].Size is not { } kept)
            {
                return null;
            }

            pads[i] = Math.Clamp(starts[i] < 0 ? starts[i] + size : starts[i], 0, size);
            pads[i + starts.Count] = size - pads[i] - kept;
        }

        return pads;
    }

    private static string ComputedPads(NodeGradient node, string axes)
    {
        GraphEditor graph = node.Graph;
        string starts = Long(node, node.Input(1));
        string sizes = graph.Node("Gather", [node.ShapeOf(node.Input(0)), axes]);
        string kept = graph.Node("Gather", [node.ShapeOf(node.Output()), axes]);
        string zero = graph.Scalar(TensorProto.Types.DataType.Int64, 0);
        string fromFront = graph.Where(graph.Less(starts, zero), graph.Add(starts, sizes), starts);
        string before = graph.Node("Min", [graph.Node("Max", [fromFront, zero]), sizes]);
        return graph.Concat(0, before, graph.Sub(graph.Sub(sizes, before), kept));
    }

    private static string Long(NodeGradient node, string integers)
        => node.StoredIntegers(integers) is { } stored ? node.Graph.Vector(stored) : node.Graph.Cast(integers, TensorProto.Types.DataType.Int64);
}
