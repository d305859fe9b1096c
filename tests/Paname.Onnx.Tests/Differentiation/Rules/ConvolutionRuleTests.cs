using Paname.Attacks.Data;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules;

/// <summary>What the cases cannot show: known answers at ties, and what is refused.</summary>
public class ConvolutionRuleTests
{
    private static readonly double[] Picture = [1, 1, 2, 2, 1, 1, 2, 3, 5, 4, 0, 0, 5, 5, 0, 0];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void First_of_equal_maxima_of_a_tile_has_the_gradient(bool sizesKnown)
    {
        int[] declared = sizesKnown ? [-1, 1, 4, 4] : [-1, 1, -3, -4];
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, declared)
            .Node("MaxPool", "x", "y", ("kernel_shape", (long[])[2, 2]), ("strides", (long[])[2, 2])).Untyped("y");

        // As PyTorch 1.13 has it.
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0], GradientCheck.OfSum(model, new Feed("x", [1, 1, 4, 4], Picture))["x"]);
    }

    [Fact]
    public void First_of_equal_maxima_of_overlapping_windows_has_the_gradient()
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, -1, 1, 4, 4)
            .Node("MaxPool", "x", "y", ("kernel_shape", (long[])[3, 3]), ("pads", (long[])[1, 1, 1, 1])).Untyped("y");

        // As PyTorch 1.13 has it.
        Assert.Equal([1, 0, 1, 0, 0, 0, 0, 4, 6, 1, 1, 0, 0, 2, 0, 0], GradientCheck.OfSum(model, new Feed("x", [1, 1, 4, 4], Picture))["x"]);
    }

    [Fact]
    public void First_of_equal_maxima_of_a_picture_has_the_gradient()
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, -1, 1, 4, 4).Node("GlobalMaxPool", "x", "y").Untyped("y");

        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0], GradientCheck.OfSum(model, new Feed("x", [1, 1, 4, 4], Picture))["x"]);
    }

    [Fact]
    public void Maxima_of_an_image_of_equal_values_are_found_in_each_record_and_channel()
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, -1, 2, 2, 3)
            .Node("MaxPool", "x", "y", ("kernel_shape", (long[])[2, 3]), ("strides", (long[])[2, 3])).Untyped("y");

        double[] gradient = GradientCheck.OfSum(model, new Feed("x", [2, 2, 2, 3], [.. Enumerable.Repeat(0.5, 24)]))["x"];

        Assert.Equal([.. Enumerable.Range(0, 24).Select(i => i % 6 == 0 ? 1.0 : 0)], gradient);
    }

    [Theory]
    [InlineData(new long[] { 0, 0, 0, 0 })]
    [InlineData(new long[] { 1, 0, 0, 1 })]
    [InlineData(new long[] { 2, 1, 2, 1 })]
    public void Stored_kernel_of_whole_blocks_of_channels_is_turned_round(long[] pads)
    {
        Feed kernel = Feed.Random("w", [32, 16, 3, 2], seed: 4, low: -0.3, high: 0.3);
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, -1, 16, 4, 3)
            .Weights("w", kernel.Shape, [.. kernel.Values.Select(value => (float)value)])
            .Node("Conv", "x w", "y", ("pads", pads)).Untyped("y");

        GradientCheck.Verify(model, Feed.Random("x", [2, 16, 4, 3], seed: 5));
    }

    [Fact]
    public void Column_major_indices_are_refused()
        => Refused("storage_order 1", [1, 1, 4, 4], "MaxPool", ("kernel_shape", (long[])[2, 2]), ("storage_order", 1));

    [Fact]
    public void Same_padding_with_strides_of_unknown_sizes_is_refused()
        => Refused("fixed sizes", [1, 1, -3, -4], "AveragePool", ("kernel_shape", (long[])[2, 2]), ("strides", (long[])[2, 2]), ("auto_pad", "SAME_UPPER"));

    [Fact]
    public void Output_shape_of_unknown_sizes_is_refused()
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, 1, 1, -3, -4).Input("w", DataType.Float, 1, 1, 2, 2)
            .Node("ConvTranspose", "x w", "y", ("strides", (long[])[2, 2]), ("output_shape", (long[])[4, 4])).Untyped("y");

        var error = Assert.Throws<PanameDataException>(() => GradientCheck.OfSum(model, Feed.Random("x", [1, 1, 2, 2], 1), Feed.Random("w", [1, 1, 2, 2], 1)));
        Assert.Contains("output_shape", error.Message, StringComparison.Ordinal);
    }

    private static void Refused(string expected, int[] declared, string type, params (string Name, object Value)[] attributes)
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, declared).Node(type, "x", "y", attributes).Untyped("y");

        var error = Assert.Throws<PanameDataException>(() => GradientCheck.OfSum(model, Feed.Random("x", [1, 1, 4, 4], 1)));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains($"{type}_node", error.Message, StringComparison.Ordinal);
    }
}
