using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Rules.Reduction;

/// <summary>A node that reduces axes, which are given, computed or all of them, with its result and gradient shaped to broadcast against the input.</summary>
internal sealed class Reduction(NodeGradient node)
{
    private readonly string _axes = node.Input(1);

    internal GraphEditor Graph => node.Graph;

    internal string Input => node.Input(0);

    /// <summary>The result; reduced axes have size one.</summary>
    internal string Result => Restore(node.Output());

    /// <summary>The gradient of the result; reduced axes have size one.</summary>
    internal string Incoming => Restore(node.Incoming);

    internal string Scalar(double value) => node.Scalar(value);

    /// <summary>One where a condition holds, zero elsewhere.</summary>
    internal string Number(string condition) => Graph.Cast(condition, node.Element);

    /// <summary>Gives a value that broadcasts against the input the input's shape.</summary>
    internal string Spread(string value) => Graph.ExpandLike(value, Input);

    /// <summary>Reduces another value of the input's shape over the same axes, which stay with size one.</summary>
    internal string Reduce(string type, string value)
        => Graph.Node(type, _axes.Length == 0 ? [value] : [value, _axes], ("keepdims", 1L), ("noop_with_empty_axes", NoAxesIsNone ? 1L : 0L));

    /// <summary>How many elements make one of the result, as a constant where the shapes tell.</summary>
    internal string Count()
    {
        if (KnownCount() is { } count)
        {
            return node.Scalar(count);
        }

        string Size(string value) => Graph.Cast(Graph.Node("Size", [value]), node.Element);
        return Graph.Div(Size(Input), Size(node.Output()));
    }

    private bool NoAxesIsNone => node.Node.Integer("noop_with_empty_axes", 0) != 0;

    /// <summary>An omitted or empty list reduces all axes, to a result without axes, or none: neither lacks an axis that broadcasting would not add.</summary>
    private string Restore(string reduced)
        => _axes.Length == 0 || node.Node.Integer("keepdims", 1) != 0 ? reduced : Graph.Node("Unsqueeze", [reduced, _axes]);

    private double? KnownCount()
    {
        IReadOnlyList<Dimension>? shape = node.Form(Input).Shape;
        long[]? axes = _axes.Length == 0 ? [] : node.Stored(_axes) is { } stored ? TensorValues.Integers(stored) : null;
        if (shape is null || axes is null)
        {
            return null;
        }

        IEnumerable<Dimension> reduced = axes.Length > 0 ? axes.Select(axis => shape[node.Axis(axis, Input)]) : NoAxesIsNone ? [] : shape;
        return reduced.Aggregate((double?)1, (product, axis) => product * axis.Size);
    }
}
