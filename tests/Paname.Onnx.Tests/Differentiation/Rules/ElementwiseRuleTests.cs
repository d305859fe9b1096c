using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules;

public class ElementwiseRuleTests
{
    public static TheoryData<string, int[], int[]> Shapes()
    {
        var cases = new TheoryData<string, int[], int[]>();
        foreach (string type in new[] { "Add", "Mul" })
        {
            cases.Add(type, [2, 3], [2, 3]);
            cases.Add(type, [2, 3], [3]);
            cases.Add(type, [3], [4, 1, 3]);
            cases.Add(type, [2, 1, 4], [3, 1]);
            cases.Add(type, [2, 3], []);
            cases.Add(type, [0, 3], [3]);
            cases.Add(type, [1, 1], [2, 3]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Binary_rule_sums_over_broadcast_axes(string type, int[] left, int[] right)
        => GradientCheck.Verify(
            new ModelBuilder().Input("a", DataType.Float, left).Input("b", DataType.Float, right).Node(type, "a b", "y").Untyped("y"),
            Feed.Random("a", left, 1),
            Feed.Random("b", right, 2));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Binary_rule_settles_axes_at_run_time_when_shapes_are_dynamic(string type, int[] left, int[] right)
        => GradientCheck.Verify(
            new ModelBuilder().Input("a", DataType.Float, Dynamic(left, 10)).Input("b", DataType.Float, Dynamic(right, 20)).Node(type, "a b", "y").Untyped("y"),
            Feed.Random("a", left, 1),
            Feed.Random("b", right, 2));

    private static int[] Dynamic(int[] shape, int symbol) => [.. shape.Select((_, axis) => -(symbol + axis))];
}
