using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using Paname.Onnx.Training.Parameters;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Training.Parameters;

/// <summary>Which stored tensors are weights, what they are in their layers, and why the others are not.</summary>
public class ParameterFinderTests
{
    [Fact]
    public void Credit_model_trains_its_layers_and_freezes_its_standardisation()
    {
        ParameterTable table = Find(File.ReadAllBytes(ReferenceFiles.PathOf("credit", "credit_overfit.onnx")), "logits");

        Assert.Equal(
            ["1.weight Weight 26 128", "1.bias Bias 26 128", "3.weight Weight 128 128", "3.bias Bias 128 128", "5.weight Weight 128 2", "5.bias Bias 128 2"],
            table.Parameters.Select(Describe));
        Assert.Equal([0, 3328, 3456, 19840, 19968, 20224], table.Parameters.Select(parameter => parameter.Offset));
        Assert.Equal(20226, table.Length);
        Assert.Equal(["0.m", "0.v"], table.Frozen.Select(tensor => tensor.Name));
        Assert.All(table.Frozen, tensor => Assert.Equal("acts on the inputs before any trained weight, as standardisation does", tensor.Reason));
    }

    [Fact]
    public void Convolutional_model_has_fans_of_its_kernels()
    {
        ParameterTable table = Find(File.ReadAllBytes(ReferenceFiles.PathOf("fmnist_cnn", "target.onnx")), "logits");

        Assert.Equal(["net.0.weight Weight 9 72", "net.0.bias Bias 9 72", "net.3.weight Weight 72 144"], table.Parameters.Select(Describe).Take(3));
        Assert.Equal(8, table.Parameters.Count);
        Assert.Empty(table.Frozen);
    }

    [Fact]
    public void Language_model_trains_tables_norms_and_matrices_but_not_its_mask()
    {
        ParameterTable table = Find(File.ReadAllBytes(ReferenceFiles.PathOf("lm", "lm_target.onnx")), "logits");

        Assert.Equal(41, table.Parameters.Count);
        Assert.Equal(
            ["e.weight Embedding 1 1", "p.weight Embedding 1 1", "b.0.n1.weight NormScale 1 1", "b.0.n1.bias NormShift 1 1", "onnx::MatMul_404 Weight 96 288", "b.0.qkv.bias Bias 96 288"],
            table.Parameters.Select(Describe).Take(6));
        FrozenTensor frozen = Assert.Single(table.Frozen);
        Assert.Equal(("mask", "a mask"), (frozen.Name, frozen.Reason));
    }

    [Theory]
    [InlineData("gpt2.onnx", "5 Weight, 4 Bias, 2 Embedding, 3 NormScale, 3 NormShift; 0 statistics; 0 frozen")]
    [InlineData("gpt2_tied.onnx", "4 Weight, 4 Bias, 2 Embedding, 3 NormScale, 3 NormShift; 0 statistics; 0 frozen")]
    [InlineData("normed.onnx", "4 Weight, 2 Bias, 3 NormScale, 3 NormShift, 1 Slope; 0 statistics; 2 frozen")]
    [InlineData("resnet18.onnx", "21 Weight, 1 Bias, 20 NormScale, 20 NormShift; 40 statistics; 0 frozen")]
    [InlineData("resnet18_training.onnx", "21 Weight, 1 Bias, 20 NormScale, 20 NormShift; 40 statistics; 0 frozen")]
    public void Exports_of_PyTorch_give_back_its_parameters(string file, string expected)
    {
        OnnxModelFile model = OnnxModelFile.Read(ReferenceFiles.PathOf("gradients", file));

        ParameterTable table = ParameterFinder.Find(WorkingModel.Open(model), model.Model.Graph.Output[0].Name);

        string roles = string.Join(", ", table.Parameters.CountBy(parameter => parameter.Role).OrderBy(entry => entry.Key).Select(entry => FormattableString.Invariant($"{entry.Value} {entry.Key}")));
        Assert.Equal(expected, FormattableString.Invariant($"{roles}; {table.Statistics.Count} statistics; {table.Frozen.Count} frozen"));
        Assert.All(table.Frozen, tensor => Assert.Equal("a constant of a normalisation without scale or shift of its own", tensor.Reason));
    }

    [Fact]
    public void Stored_number_is_trained_on_demand()
    {
        ModelBuilder builder = Floats(2).Weights("w", [2, 2], Ramp(4)).Weights("temperature", [], 2).Node("MatMul", "x w", "h").Node("Mul", "h temperature", "y").Untyped("y");

        Assert.Equal(["w Weight 2 2"], Find(builder).Parameters.Select(Describe));
        using OnnxTrainer trainer = OnnxTrainer.FromBytes(builder.Build(), "m.onnx", new OnnxTrainerOptions { OutputName = "y", Train = ["temperature"] });
        Assert.Equal(["w", "temperature"], trainer.TrainedTensors.Select(tensor => tensor.Name));
    }

    [Theory]
    [InlineData(0, "w Weight 3 5")]
    [InlineData(1, "w Weight 5 3")]
    public void Gemm_reads_its_matrix_as_transposed_or_not(int transposed, string expected)
    {
        ModelBuilder builder = Floats(transposed == 0 ? 3 : 5).Weights("w", [3, 5], Ramp(15)).Weights("c", [1, transposed == 0 ? 5 : 3], Ramp(transposed == 0 ? 5 : 3))
            .Node("Gemm", "x w c", "y", ("transB", transposed)).Untyped("y");

        ParameterTable table = Find(builder);

        Assert.Equal([expected, expected.Replace("w Weight", "c Bias", StringComparison.Ordinal)], table.Parameters.Select(Describe));
    }

    [Fact]
    public void Gemm_with_the_weight_first_reads_it_the_other_way_round()
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, 3, -1).Weights("w", [5, 3], Ramp(15)).Node("Gemm", "w x", "y").Untyped("y");

        Assert.Equal(["w Weight 3 5"], Find(builder).Parameters.Select(Describe));
    }

    [Fact]
    public void MatMul_takes_its_weight_from_either_side()
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, -1, 4, 3).Weights("r", [3, 5], Ramp(15)).Node("MatMul", "x r", "h")
            .Weights("l", [7, 4], Ramp(28)).Node("MatMul", "l h", "y").Untyped("y");

        Assert.Equal(["r Weight 3 5", "l Weight 4 7"], Find(builder).Parameters.Select(Describe));
    }

    [Fact]
    public void A_weight_stays_one_behind_transposition_and_reshaping()
    {
        ModelBuilder builder = Floats(3).Weights("w", [15], Ramp(15)).Integers("shape", 5, 3).Node("Reshape", "w shape", "m").Node("Transpose", "m", "t", ("perm", new long[] { 1, 0 }))
            .Node("Identity", "t", "i").Node("MatMul", "x i", "h").Weights("b", [5], Ramp(5)).Node("Add", "b h", "y").Untyped("y");

        Assert.Equal(["w Weight 3 5", "b Bias 3 5"], Find(builder).Parameters.Select(Describe));
    }

    [Fact]
    public void Convolutions_count_their_groups()
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, -1, 4, 8, 8).Weights("w", [6, 2, 3, 3], Ramp(108)).Weights("b", [6], Ramp(6)).Node("Conv", "x w b", "h", ("group", 2))
            .Weights("t", [6, 5, 2, 2], Ramp(120)).Weights("c", [5], Ramp(5)).Node("ConvTranspose", "h t c", "y").Untyped("y");

        Assert.Equal(["w Weight 18 54", "b Bias 18 54", "t Weight 20 24", "c Bias 20 24"], Find(builder).Parameters.Select(Describe));
    }

    [Fact]
    public void Batch_normalisation_keeps_statistics_apart()
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, -1, 2, 4, 4).Weights("k", [2, 2, 1, 1], Ramp(4)).Node("Conv", "x k", "h")
            .Weights("s", [2], 1, 1).Weights("b", [2], 0, 0).Weights("m", [2], 0, 0).Weights("v", [2], 1, 1).Node("BatchNormalization", "h s b m v", "y").Untyped("y");

        ParameterTable table = Find(builder);

        Assert.Equal(["k Weight 2 2", "s NormScale 1 1", "b NormShift 1 1"], table.Parameters.Select(Describe));
        Assert.Equal([new("m", false, 0), new("v", true, 2)], table.Statistics.Select(statistic => (statistic.Name, statistic.IsVariance, statistic.Offset)));
        Assert.Equal(4, table.StatisticsLength);
        Assert.Empty(table.Frozen);
    }

    [Fact]
    public void A_norm_without_scale_of_its_own_is_not_given_one()
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, -1, 2, 4, 4).Weights("k", [2, 2, 1, 1], Ramp(4)).Node("Conv", "x k", "h")
            .Node("Constant", string.Empty, "one", ("value", ModelBuilder.Tensor("one", [2], [1, 1]))).Node("Constant", string.Empty, "zero", ("value", ModelBuilder.Tensor("zero", [2], [0, 0])))
            .Node("InstanceNormalization", "h one zero", "y").Untyped("y");

        ParameterTable table = Find(builder);

        Assert.Equal(["k"], table.Parameters.Select(parameter => parameter.Name));
        Assert.All(table.Frozen, tensor => Assert.Equal("a constant of a normalisation without scale or shift of its own", tensor.Reason));
        Assert.Equal(2, table.Frozen.Count);
    }

    [Fact]
    public void A_tied_table_is_one_parameter()
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Int64, -1, 3).Weights("e", [7, 4], Ramp(28)).Node("Gather", "e x", "h")
            .Node("Transpose", "e", "t", ("perm", new long[] { 1, 0 })).Node("MatMul", "h t", "y").Untyped("y");

        Assert.Equal(["e Embedding 1 1"], Find(builder).Parameters.Select(Describe));
    }

    [Fact]
    public void Added_position_tables_are_trained_and_codes_of_sines_are_not()
    {
        float[] sines = [.. Enumerable.Range(0, 3).SelectMany(position => new[] { MathF.Sin(position), MathF.Cos(position), MathF.Sin(position / 100f), MathF.Cos(position / 100f) })];
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Int64, -1, 3).Weights("e", [7, 4], Ramp(28)).Node("Gather", "e x", "h")
            .Weights("p", [1, 3, 4], Ramp(12)).Node("Add", "h p", "i").Weights("s", [3, 4], sines).Node("Add", "i s", "y").Untyped("y");

        ParameterTable table = Find(builder);

        Assert.Equal(["e Embedding 1 1", "p Embedding 1 1"], table.Parameters.Select(Describe));
        Assert.Equal(["s: a fixed table of sines and cosines"], table.Frozen.Select(tensor => $"{tensor.Name}: {tensor.Reason}"));
    }

    [Fact]
    public void Weight_normalisation_trains_direction_and_length()
    {
        ModelBuilder builder = new ModelBuilder(opset: 21).Input("x", DataType.Float, -1, 3).Weights("v", [3, 2], Ramp(6)).Weights("g", [1, 2], 1, 2).Integers("axes", 0).Node("ReduceL2", "v axes", "n").Node("Div", "v n", "d").Node("Mul", "d g", "w")
            .Node("MatMul", "x w", "y").Untyped("y");

        Assert.Equal(["v Weight 3 2", "g NormScale 3 2"], Find(builder).Parameters.Select(Describe).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void What_does_not_reach_the_output_or_only_shapes_it_is_frozen()
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, -1, 2, 4, 4).Weights("k", [2, 2, 1, 1], Ramp(4)).Node("Conv", "x k", "h").Weights("scales", [4], 1, 1, 2, 2)
            .Weights("size", [4], -1, 2, 8, 8).Node("Resize", "h  scales", "r").Node("Cast", "size", "shape", ("to", (int)DataType.Int64)).Node("Reshape", "r shape", "y").Untyped("y")
            .Weights("other", [4, 4], Ramp(16)).Node("MatMul", "x other", "z").Untyped("z");
        builder.Graph.Node.Single(node => node.OpType == "Resize").Input.Insert(1, string.Empty);

        ParameterTable table = Find(builder);

        Assert.Equal(["k"], table.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(
            ["scales: used by Resize, not as the weight of a layer", "size: no gradient of the output reaches it", "other: no gradient of the output reaches it"],
            table.Frozen.Select(tensor => $"{tensor.Name}: {tensor.Reason}"));
    }

    [Fact]
    public void Names_override_what_is_found()
    {
        byte[] model = File.ReadAllBytes(ReferenceFiles.PathOf("credit", "credit_regularised.onnx"));
        var options = new OnnxTrainerOptions { Freeze = ["1.weight", "1.bias"], Train = ["0.v"] };

        ParameterTable table = Find(model, "logits", options);

        Assert.Equal(["4.weight Weight 16 2", "4.bias Bias 16 2", "0.v Other 1 1"], table.Parameters.Select(Describe));
        Assert.Equal(["0.m", "1.weight", "1.bias"], table.Frozen.Select(tensor => tensor.Name));
        Assert.Equal("named in Freeze", table.Frozen[1].Reason);
        Assert.StartsWith(
            "m.onnx: '1.wait' in Freeze is no stored float32 tensor on the way to the output. There are '0.m', '0.v', '1.weight', ",
            Assert.Throws<ArgumentException>(() => Find(model, "logits", new OnnxTrainerOptions { Freeze = ["1.wait"] })).Message,
            StringComparison.Ordinal);
    }

    private static ParameterTable Find(ModelBuilder builder)
    {
        foreach (NodeProto node in builder.Graph.Node)
        {
            node.Name = string.Empty;
        }

        return Find(builder.Build());
    }

    private static ParameterTable Find(byte[] model, string output = "y", OnnxTrainerOptions? options = null)
        => ParameterFinder.Find(WorkingModel.Open(OnnxModelFile.FromMemory(model, "m.onnx")), output, options);

    private static ModelBuilder Floats(int width) => new ModelBuilder().Input("x", DataType.Float, -1, width);

    private static float[] Ramp(int count) => [.. Enumerable.Range(1, count).Select(i => i / 16f)];

    private static string Describe(Parameter parameter) => FormattableString.Invariant($"{parameter.Name} {parameter.Role} {parameter.FanIn} {parameter.FanOut}");
}
