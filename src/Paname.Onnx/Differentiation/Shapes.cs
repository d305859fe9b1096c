using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation;

/// <summary>Sizes of forward values as int64 tensors of the graph: constants where the form tells them, computed where it does not.</summary>
internal static class Shapes
{
    extension(NodeGradient node)
    {
        /// <summary>All axes of a value, as a vector.</summary>
        internal string ShapeOf(string value) => node.Sizes(value) is { } sizes ? node.Graph.Vector(sizes) : node.Graph.Shape(value);

        /// <summary>A gradient whose elements are in the order of a value's, in that value's shape.</summary>
        internal string InShapeOf(string gradient, string value) => node.Graph.Reshape(gradient, node.ShapeOf(value));

        /// <summary>Zeros of a value's shape.</summary>
        internal string ZerosLike(string value) => node.Graph.Filled(node.ShapeOf(value), node.Element, 0);

        /// <summary>The product of the axes from one to another, which is left out, as a number without axes.</summary>
        internal string Product(string value, int from, int to)
        {
            if (from == to)
            {
                return node.Graph.Scalar(DataType.Int64, 1);
            }

            Dimension[] axes = [.. node.Form(value).Shape!.Skip(from).Take(to - from)];
            return Array.TrueForAll(axes, axis => axis.Size is not null)
                ? node.Graph.Scalar(DataType.Int64, axes.Aggregate(1L, (product, axis) => product * axis.Size!.Value))
                : node.Graph.Node("ReduceProd", [node.Graph.Node("Shape", [value], ("start", (long)from), ("end", (long)to))], ("keepdims", 0L));
        }

        /// <summary>0, 1, 2 and so on, below a number without axes.</summary>
        internal string CountTo(string end) => node.Graph.Node("Range", [node.Graph.Scalar(DataType.Int64, 0), end, node.Graph.Scalar(DataType.Int64, 1)]);
    }
}
