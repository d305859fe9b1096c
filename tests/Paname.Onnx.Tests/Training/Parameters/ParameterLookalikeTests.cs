using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training.Parameters;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Training.Parameters;

/// <summary>Weights in unusual places, and constants that stand where weights do.</summary>
public class ParameterLookalikeTests
{
    [Fact]
    public void Rotary_frequencies_are_no_weight()
        => Finds(
            ["e Embedding"],
            ["f: a geometric sequence, as rotary position codes use"],
            Tokens().Node("Cast", "x", "c", ("to", (int)DataType.Float)).Integers("row", 2, 1, 3).Node("Reshape", "c row", "p").Weights("f", [4, 1], 1, 0.1f, 0.01f, 0.001f)
                .Node("MatMul", "f p", "a").Node("Cos", "a", "s").Node("Transpose", "s", "t", ("perm", new long[] { 0, 2, 1 })).Node("Mul", "h t", "y"));

    [Theory]
    [InlineData("Mul", new float[] { 1, 1, 0, 1 })]
    [InlineData("Add", new float[] { 0, -1e9f, 0, 0 })]
    [InlineData("Add", new float[] { 0, float.NegativeInfinity, 0, 0 })]
    public void Masks_are_no_weights(string type, float[] mask)
        => Finds(["e Embedding"], ["m: a mask"], Tokens().Weights("m", [4], mask).Node(type, "h m", "y"));

    [Fact]
    public void Learned_tokens_are_laid_before_others_and_zeros_fill_up()
        => Finds(
            ["e Embedding", "t Embedding"],
            ["z: zeros that fill up a value"],
            Tokens().Weights("t", [1, 1, 4], 1, 2, 3, 4).Integers("shape", 2, 1, 4).Node("Expand", "t shape", "b").Weights("z", [2, 1, 4], new float[8]).Node("Concat", "b h z", "y", ("axis", 1)));

    [Fact]
    public void Slopes_are_trained_and_single_constant_numbers_are_not()
        => Finds(
            ["w Weight", "b Bias", "s Slope", "g NormScale"],
            ["c: a single constant number"],
            new ModelBuilder().Input("x", DataType.Float, -1, 3).Weights("w", [3, 1], 1, 2, 3).Weights("b", [1], 1).Node("Gemm", "x w b", "h").Weights("s", [1], 0.25f).Node("PRelu", "h s", "i")
                .Node("Constant", string.Empty, "c", ("value", ModelBuilder.Tensor("c", [1], [8]))).Node("Mul", "i c", "j").Weights("g", [1], 1).Node("Mul", "j g", "y"));

    [Fact]
    public void Norms_written_out_have_scale_and_shift()
        => Finds(
            ["e Embedding", "g NormScale", "b NormShift"],
            [],
            Tokens().Weights("g", [4], 1, 2, 3, 4).Node("Mul", "h g", "i").Weights("b", [4], 1, 2, 3, 4).Node("Sub", "b i", "y"));

    [Fact]
    public void What_divides_or_is_subtracted_stays()
        => Finds(
            ["e Embedding"],
            ["d: divides or is divided by a value; trained scales are factors", "s: is subtracted from a value; trained shifts are added"],
            Tokens().Weights("d", [4], 1, 2, 3, 4).Node("Div", "h d", "i").Weights("s", [4], 1, 2, 3, 4).Node("Sub", "i s", "y"));

    [Fact]
    public void Recurrent_layers_have_weights_so_that_training_names_what_it_cannot_do()
        => Finds(
            ["e Embedding", "w Weight", "r Weight", "b Bias"],
            [],
            Tokens().Weights("w", [1, 8, 4], Ramp(32)).Weights("r", [1, 8, 2], Ramp(16)).Weights("b", [1, 16], Ramp(16)).Node("LSTM", "h w r b", "y", ("hidden_size", 2)));

    [Fact]
    public void Weights_listed_as_inputs_are_still_weights()
    {
        ModelBuilder builder = Tokens().Weights("w", [4, 2], Ramp(8)).Input("w", DataType.Float, 4, 2).Input("e", DataType.Float, 7, 4).Node("MatMul", "h w", "y");
        builder.Model.IrVersion = 3;

        Finds(["e Embedding", "w Weight"], [], builder);
    }

    private static void Finds(string[] trained, string[] frozen, ModelBuilder builder)
    {
        foreach (NodeProto node in builder.Untyped("y").Graph.Node)
        {
            node.Name = string.Empty;
        }

        ParameterTable table = ParameterFinder.Find(WorkingModel.Open(OnnxModelFile.FromMemory(builder.Build(), "m.onnx")), "y");

        Assert.Equal(trained, table.Parameters.Select(parameter => $"{parameter.Name} {parameter.Role}"));
        Assert.Equal(frozen, table.Frozen.Select(tensor => $"{tensor.Name}: {tensor.Reason}"));
    }

    /// <summary>h: rows of a table, [2, 3, 4].</summary>
    private static ModelBuilder Tokens() => new ModelBuilder().Input("x", DataType.Int64, 2, 3).Weights("e", [7, 4], Ramp(28)).Node("Gather", "e x", "h");

    private static float[] Ramp(int count) => [.. Enumerable.Range(1, count).Select(i => i / 16f)];
}
