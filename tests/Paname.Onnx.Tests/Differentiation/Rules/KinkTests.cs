using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules;

/// <summary>Known answers where no derivative exists or several elements tie: what the common frameworks give.</summary>
public class KinkTests
{
    [Theory]
    [InlineData("Abs", new double[] { -1, 0, 2 }, new double[] { -1, 0, 1 })]
    [InlineData("Relu", new double[] { -1, 0, 2 }, new double[] { 0, 0, 1 })]
    [InlineData("LeakyRelu", new double[] { -1, 0, 2 }, new[] { 0.01, 0.01, 1 })]
    [InlineData("Elu", new double[] { -800, 0, 2 }, new double[] { 0, 1, 1 })]
    [InlineData("ThresholdedRelu", new double[] { 0, 1, 2 }, new double[] { 0, 0, 1 })]
    [InlineData("HardSigmoid", new[] { -2.5, 0, 2.5 }, new[] { 0, 0.2, 0 })]
    [InlineData("HardSwish", new double[] { -3, 0, 3 }, new[] { 0, 0.5, 1 })]
    public void One_sided_derivative_is_chosen_at_a_kink(string type, double[] at, double[] expected)
        => Expect(expected, Of(new ModelBuilder(21).Input("x", DataType.Float, 3).Node(type, "x", "y").Untyped("y"), new Feed("x", [3], at)));

    [Fact]
    public void Gradient_stays_finite_where_a_function_saturates()
    {
        foreach (string type in new[] { "Softplus", "Sigmoid", "Tanh", "Mish", "Softsign", "Erf" })
        {
            double[] gradient = Of(new ModelBuilder(21).Input("x", DataType.Float, 2).Node(type, "x", "y").Untyped("y"), new Feed("x", [2], [-200, 200]));
            Expect(type is "Softplus" or "Mish" ? [0, 1] : type == "Softsign" ? [1 / 40401.0, 1 / 40401.0] : [0, 0], gradient);
        }
    }

    [Fact]
    public void Clip_passes_the_gradient_at_its_bounds()
        => Expect([0, 1, 1, 1, 0], Of(
            new ModelBuilder(21).Input("x", DataType.Float, 5).Weights("low", [], -1).Weights("high", [], 1).Node("Clip", "x low high", "y").Untyped("y"),
            new Feed("x", [5], [-2, -1, 0, 1, 2])));

    [Theory]
    [InlineData("Max")]
    [InlineData("Min")]
    public void Tied_inputs_share_the_gradient(string type)
    {
        Dictionary<string, double[]> gradients = GradientCheck.OfSum(
            new ModelBuilder(21).Input("a", DataType.Float, 2).Input("b", DataType.Float, 2).Node(type, "a b", "y").Untyped("y"),
            new Feed("a", [2], [1, 3]),
            new Feed("b", [2], [1, 3]));
        Expect([0.5, 0.5], gradients["a"]);
        Expect([0.5, 0.5], gradients["b"]);
    }

    [Theory]
    [InlineData("ReduceMax", new double[] { 2, 2, 1, 2 })]
    [InlineData("ReduceMin", new double[] { 1, 1, 5, 1 })]
    public void Tied_elements_share_the_gradient(string type, double[] at)
        => Expect([1 / 3.0, 1 / 3.0, 0, 1 / 3.0], Of(new ModelBuilder(21).Input("x", DataType.Float, 4).Node(type, "x", "y").Untyped("y"), new Feed("x", [4], at)));

    [Fact]
    public void Norm_of_zeros_has_gradient_zero()
        => Expect([0, 0], Of(new ModelBuilder(21).Input("x", DataType.Float, 2).Node("ReduceL2", "x", "y").Untyped("y"), new Feed("x", [2], [0, 0])));

    [Fact]
    public void Pow_is_finite_where_base_or_exponent_is_zero()
    {
        Dictionary<string, double[]> gradients = GradientCheck.OfSum(
            new ModelBuilder(21).Input("x", DataType.Float, 3).Input("e", DataType.Float, 3).Node("Pow", "x e", "y").Untyped("y"),
            new Feed("x", [3], [0, 0, 2]),
            new Feed("e", [3], [0, 2, 0]));
        Expect([0, 0, 0], gradients["x"]);
        Expect([0, 0, Math.Log(2)], gradients["e"]);
    }

    private static double[] Of(ModelBuilder model, Feed feed) => GradientCheck.OfSum(model, feed)[feed.Name];

    private static void Expect(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }
}
