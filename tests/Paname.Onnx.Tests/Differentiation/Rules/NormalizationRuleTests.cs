using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules;

/// <summary>What the cases cannot show: normalisations made of several nodes, known answers, and further outputs.</summary>
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

    [Theory]
    [InlineData("y", "m", "v")]
    [InlineData("m")]
    [InlineData("v")]
    [InlineData("m", "v")]
    public void Running_statistics_have_gradients_too(params string[] outputs)
    {
        foreach (float momentum in new[] { 0f, 0.75f })
        {
            ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, -1, 2).Weights("scale", [2], 1.5f, 0.5f).Weights("shift", [2], 0, 1)
                .Weights("mean", [2], 0, 0).Weights("variance", [2], 1, 1)
                .Node("BatchNormalization", "x scale shift mean variance", "y m v", ("training_mode", 1), ("momentum", momentum), ("epsilon", 0.1f));
            Array.ForEach(outputs, output => model.Untyped(output));

            GradientCheck.Verify(model, Feed.Random("x", [5, 2], 1));
        }
    }

    [Fact]
    public void Old_running_statistics_weigh_by_the_momentum()
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, -1, 2).Input("mean", DataType.Float, 2).Input("variance", DataType.Float, 2)
            .Weights("scale", [2], 1.5f, 0.5f).Weights("shift", [2], 0, 1)
            .Node("BatchNormalization", "x scale shift mean variance", "y m v", ("training_mode", 1), ("momentum", 0.75f), ("epsilon", 0.1f)).Untyped("m").Untyped("v");

        GradientCheck.Verify(model, Feed.Random("x", [5, 2], 1), Feed.Random("mean", [2], 2), Feed.Random("variance", [2], 3, 0.5));
    }
}
