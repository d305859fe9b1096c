using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation;

/// <summary>Undoes broadcasting: the one place where gradients are summed over the axes a value was spread along.</summary>
internal static class Broadcast
{
    /// <param name="model">The model.</param>
    /// <param name="gradient">A gradient of the shape of <paramref name="spread"/>.</param>
    /// <param name="value">The forward value that was spread.</param>
    /// <param name="spread">The forward value it was spread to.</param>
    /// <returns>The gradient in the shape of <paramref name="value"/>.</returns>
    internal static string SumTo(WorkingModel model, string gradient, string value, string spread)
    {
        return value == spread ? gradient : SumTo(model, gradient, value, model.Form(spread)?.Shape);
    }

    /// <param name="model">The model.</param>
    /// <param name="gradient">A gradient of the axes <paramref name="spread"/>.</param>
    /// <param name="value">The forward value that was spread.</param>
    /// <param name="spread">The axes it was spread to, where known.</param>
    /// <returns>The gradient in the shape of <paramref name="value"/>.</returns>
    internal static string SumTo(WorkingModel model, string gradient, string value, IReadOnlyList<Dimension>? spread)
    {
        IReadOnlyList<Dimension>? shape = model.Form(value)?.Shape;
        return shape is not null && spread is not null && Planned(shape, spread) is { } axes
            ? Reduce(model.Editor, gradient, axes, spread.Count - shape.Count)
            : ReduceAtRunTime(model.Editor, gradient, value);
    }

    /// <summary>The axes to sum over, or <see langword="null"/> when the shapes do not settle them.</summary>
    private static List<long>? Planned(IReadOnlyList<Dimension> from, IReadOnlyList<Dimension> to)
    {
        int added = to.Count - from.Count;
        List<long> axes = [.. Enumerable.Range(0, added).Select(axis => (long)axis)];
        for (int axis = 0; axis < from.Count; axis++)
        {
            Dimension small = from[axis];
            Dimension large = to[axis + added];
            if (small.IsOne && !large.IsOne)
            {
                axes.Add(axis + added);
            }
            else if (small.Size is null && !small.SurelyEquals(large))
            {
                return null;
            }
        }

        return axes;
    }

    private static string Reduce(GraphEditor graph, string gradient, List<long> axes, int added)
    {
        if (axes.Count == 0)
        {
            return gradient;
        }

        // Added axes vanish, spread ones stay with size one: one node where only one kind occurs.
        if (axes.Count == added || added == 0)
        {
            return graph.ReduceSum(gradient, axes, keep: added == 0);
        }

        return graph.Squeeze(graph.ReduceSum(gradient, axes, keep: true), [.. axes.Take(added)]);
    }

    private static string ReduceAtRunTime(GraphEditor graph, string gradient, string value)
    {
        // One more axis in front is always summed over: the runtime takes an empty list of axes for all of them when the tensor is empty.
        string shape = graph.Shape(value);
        string missing = graph.Sub(graph.Shape(graph.Shape(gradient)), graph.Shape(shape));
        string ones = graph.Expand(graph.Vector(1), graph.Add(missing, graph.Vector(1)));
        string axes = graph.Reshape(graph.Node("NonZero", [graph.Equal(graph.Concat(0, ones, shape), graph.Vector(1))]), -1);
        return graph.Reshape(graph.ReduceSumBy(graph.Unsqueeze(gradient, 0), axes, keep: true), shape);
    }
}
