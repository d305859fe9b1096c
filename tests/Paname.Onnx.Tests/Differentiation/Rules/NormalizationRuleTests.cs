using Paname.Attacks.Data;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules;

/// <summary>What the cases cannot show: normalisations made of several nodes, known answers, and what is refused.</summary>
public class NormalizationRuleTests
{
    [Theory]
    [InlineData(-1, 4, 3, 3)]
    [InlineData(-1, 4, -3, -4)]
    public void Group_normalisation_as_PyTorch_exports_it_has_gradients(params int[] declared)
    {
        ModelBuilder model = new ModelBuilder(14).Input("x", DataType.Float, declared).Input("scale", DataType.Float, 4, 1, 1).Input("shift", DataType.Float, 4, 1, 1)
            .Integers("groups", 0, 2, -1).Weights("ones", [2], 1, 1).Weights("zeros", [2], 0, 0)
            .Node("Reshape", "x groups", "grouped")
            .Node("InstanceNormalization", "grouped ones zeros", "standard", ("epsilon", 0.1f))
            .Node("Shape", "x", "shape")
            .Node("Reshape", "standard shape", "again")
            .Node("Mul", "again scale", "scaled")
            .Node("Add", "scaled shift", "y").Untyped("y");

        GradientCheck.Verify(model, Feed.Random("x", [2, 4, 3, 3], 1), Feed.Random("scale", [4, 1, 1], 2), Feed.Random("shift", [4, 1, 1], 3));
    }

    [Fact]
    public void Gradient_of_a_vector_of_length_zero_is_zero()
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, 2, 2).Node("LpNormalization", "x", "y").Untyped("y");

        double[] gradient = GradientCheck.OfSum(model, new Feed("x", [2, 2], [0, 0, 3, 4]))["x"];

        // (1 - y (y1 + y2)) / 5 for y = (0.6, 0.8).
        Assert.Equal([0, 0, 0.032, -0.024], gradient.Select(value => Math.Round(value, 6)));
    }

    [Fact]
    public void Running_statistics_have_no_gradient()
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, 3, 2).Input("scale", DataType.Float, 2).Input("shift", DataType.Float, 2)
            .Weights("mean", [2], 0, 0).Weights("variance", [2], 1, 1)
            .Node("BatchNormalization", "x scale shift mean variance", "y m v", ("training_mode", 1)).Untyped("y").Untyped("m");

        var error = Assert.Throws<PanameDataException>(() => GradientCheck.OfSum(model, Feed.Random("x", [3, 2], 1), Feed.Random("scale", [2], 2), Feed.Random("shift", [2], 3)));
        Assert.Contains("running statistics", error.Message, StringComparison.Ordinal);
    }
}
