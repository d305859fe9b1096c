using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation;

/// <summary>What exporters write to compute shapes is constant to the derivative, though it hangs on differentiated values.</summary>
public class ShapeSubgraphTests
{
    [Fact]
    public void Reshape_to_sizes_read_from_the_value_itself()
        => GradientCheck.Verify(
            new ModelBuilder(opset: 21).Input("x", DataType.Float, -1, -2, 6)
                .Number("zero", 0).Number("one", 1).Integers("front", 0).Integers("heads", 2).Integers("rest", -1)
                .Node("Shape", "x", "shape")
                .Node("Gather", "shape zero", "batch").Node("Unsqueeze", "batch front", "batch1")
                .Node("Gather", "shape one", "time").Node("Unsqueeze", "time front", "time1")
                .Node("Concat", "batch1 time1 heads rest", "target", ("axis", 0))
                .Node("Reshape", "x target", "split")
                .Node("Transpose", "split", "y", ("perm", new long[] { 0, 2, 1, 3 }))
                .Untyped("y"),
            Feed.Random("x", [2, 3, 6], 1));

    [Fact]
    public void Expand_to_a_shape_with_minus_ones_replaced()
        => GradientCheck.Verify(
            new ModelBuilder(opset: 21).Input("x", DataType.Float, 1, 1, 4).Input("like", DataType.Float, -1, 3)
                .Number("zero", 0).Number("minus", -1).Integers("front", 0).Integers("three", 3).Integers("four", -1).Integers("rank", 3)
                .Node("Shape", "like", "shape").Node("Gather", "shape zero", "batch").Node("Unsqueeze", "batch front", "batch1")
                .Node("Concat", "batch1 three four", "asked", ("axis", 0))
                .Node("ConstantOfShape", "rank", "ones", ("value", One()))
                .Node("Mul", "ones minus", "minuses")
                .Node("Equal", "asked minuses", "kept")
                .Node("Where", "kept ones asked", "target")
                .Node("Expand", "x target", "spread")
                .Node("ReduceSum", "like", "total", ("keepdims", 0))
                .Node("Add", "spread total", "y")
                .Untyped("y"),
            Feed.Random("x", [1, 1, 4], 1),
            Feed.Random("like", [2, 3], 2) with { Differentiated = false });

    [Fact]
    public void Positions_counted_from_a_size_scale_by_a_size()
        => GradientCheck.Verify(
            new ModelBuilder(opset: 21).Input("x", DataType.Float, -1, -2).Input("table", DataType.Float, 5, 3)
                .Number("zero", 0).Number("one", 1)
                .Node("Shape", "x", "shape").Node("Gather", "shape one", "time")
                .Node("Range", "zero time one", "positions")
                .Node("Gather", "table positions", "embedded")
                .Node("Cast", "time", "scale", ("to", (int)DataType.Float))
                .Node("Mul", "embedded scale", "scaled")
                .Node("Gemm", "x scaled", "y")
                .Untyped("y"),
            Feed.Random("x", [2, 4], 1) with { Differentiated = false },
            Feed.Random("table", [5, 3], 2));

    private static TensorProto One() => Tensors.Integers("one", [1], [1]);
}
