using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Graphs.Editing;

/// <content>The operators that gradients are made of, one method each: they read as formulas do.</content>
internal sealed partial class GraphEditor
{
    internal string Add(string a, string b) => Node("Add", [a, b]);

    internal string Sub(string a, string b) => Node("Sub", [a, b]);

    internal string Mul(string a, string b) => Node("Mul", [a, b]);

    internal string Div(string a, string b) => Node("Div", [a, b]);

    internal string Neg(string x) => Node("Neg", [x]);

    internal string Exp(string x) => Node("Exp", [x]);

    internal string Log(string x) => Node("Log", [x]);

    internal string Sqrt(string x) => Node("Sqrt", [x]);

    internal string Sum(params string[] terms) => terms.Length == 1 ? terms[0] : Node("Sum", terms);

    internal string MatMul(string a, string b) => Node("MatMul", [a, b]);

    internal string Identity(string x) => Node("Identity", [x]);

    internal string Where(string condition, string a, string b) => Node("Where", [condition, a, b]);

    internal string Equal(string a, string b) => Node("Equal", [a, b]);

    internal string Less(string a, string b) => Node("Less", [a, b]);

    internal string Greater(string a, string b) => Node("Greater", [a, b]);

    internal string Cast(string x, DataType type) => Node("Cast", [x], ("to", (long)type));

    internal string CastLike(string x, string like) => Node("CastLike", [x, like]);

    internal string Shape(string x) => Node("Shape", [x]);

    /// <summary>The size of one axis, as a vector of one element.</summary>
    internal string Size(string x, long axis) => axis == -1 ? Node("Shape", [x], ("start", -1L)) : Node("Shape", [x], ("start", axis), ("end", axis + 1));

    internal string Reshape(string x, string shape) => Node("Reshape", [x, shape], ("allowzero", 1L));

    /// <summary>Reshapes by a pattern in which 0 keeps an axis and -1 takes the rest.</summary>
    internal string Reshape(string x, params IReadOnlyList<long> pattern) => Node("Reshape", [x, Vector(pattern)]);

    internal string ReshapeLike(string x, string like) => Reshape(x, Shape(like));

    internal string Expand(string x, string shape) => Node("Expand", [x, shape]);

    internal string ExpandLike(string x, string like) => Expand(x, Shape(like));

    internal string Transpose(string x, params IReadOnlyList<long> order) => Node("Transpose", [x], ("perm", order));

    internal string Squeeze(string x, params IReadOnlyList<long> axes) => Node("Squeeze", [x, Vector(axes)]);

    internal string Unsqueeze(string x, params IReadOnlyList<long> axes) => Node("Unsqueeze", [x, Vector(axes)]);

    internal string Concat(long axis, params string[] parts) => Node("Concat", parts, ("axis", axis));

    internal string ReduceSum(string x, IReadOnlyList<long> axes, bool keep) => Node("ReduceSum", [x, Vector(axes)], ("keepdims", keep ? 1L : 0L));

    /// <summary>Sums over axes computed by the graph; no axis means no sum.</summary>
    internal string ReduceSumBy(string x, string axes, bool keep) => Node("ReduceSum", [x, axes], ("keepdims", keep ? 1L : 0L), ("noop_with_empty_axes", 1L));

    internal string ReduceMean(string x, IReadOnlyList<long> axes, bool keep) => Node("ReduceMean", [x, Vector(axes)], ("keepdims", keep ? 1L : 0L));

    internal string Slice(string x, string starts, string ends, string axes) => Node("Slice", [x, starts, ends, axes]);

    /// <summary>A tensor of a computed shape, filled with one value.</summary>
    internal string Filled(string shape, DataType type, double value)
        => Node("Expand", [Scalar(type, value), shape]);
}
