using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using Paname.Onnx.Training.Parameters;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Training.Parameters;

/// <summary>A model that cannot be trained from its file says why.</summary>
public class ParameterErrorTests
{
    [Fact]
    public void Absent_output_is_named_with_those_there_are()
        => Assert.Equal("m.onnx: has no output 'scores'. Its outputs are 'y'.", Error(SmallModels.LinearThen("Relu"), "scores"));

    [Fact]
    public void Output_of_labels_has_no_gradient()
        => Refuses(
            "m.onnx: output 'y' holds no floating-point numbers, so no gradient reaches a weight. Name an output of logits or probabilities.",
            SmallModels.Linear().Node("ArgMax", "z", "y", ("axis", 1)).Untyped("y").Build());

    [Fact]
    public void Quantised_model_is_refused()
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, -1, 2).Weights("s", [], 0.5f);
        builder.Graph.Initializer.Add(Bytes("w", 2, 2));
        builder.Graph.Initializer.Add(Bytes("zero"));
        builder.Node("DequantizeLinear", "w s zero", "f").Node("MatMul", "x f", "y").Untyped("y");

        Refuses("m.onnx: is quantised (DequantizeLinear (node 'DequantizeLinear_node')), and integer weights have no gradient.", builder.Build());
    }

    [Fact]
    public void Integer_weights_are_refused()
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, -1, 2);
        builder.Graph.Initializer.Add(Bytes("w", 2, 2));
        builder.Node("Cast", "w", "f", ("to", (int)DataType.Float)).Node("MatMul", "x f", "y").Untyped("y");

        Refuses("m.onnx: is quantised (weight 'w' is stored as int8), and integer weights have no gradient.", builder.Build());
    }

    [Fact]
    public void Matrix_of_an_operator_without_a_rule_is_not_left_untrained_in_silence()
    {
        byte[] model = new ModelBuilder().Input("x", DataType.Float, -1, 2).Weights("w", [2, 2], 1, 2, 3, 4).Weights("v", [2, 2], 1, 2, 3, 4)
            .Node("Einsum", "x w", "h", ("equation", "ni,ij->nj")).Node("MatMul", "h v", "y").Output("y", DataType.Float, -1, 2).Build();

        Assert.StartsWith(
            "m.onnx: weight 'w' belongs to Einsum (node 'Einsum_node'), which no gradient goes through. Name it in OnnxTrainerOptions.Freeze to keep its values",
            Assert.Throws<PanameDataException>(() => OnnxTrainer.FromBytes(model, "m.onnx")).Message,
            StringComparison.Ordinal);
        using OnnxTrainer trainer = OnnxTrainer.FromBytes(model, "m.onnx", new OnnxTrainerOptions { Freeze = ["w"] });
        Assert.Equal("v", Assert.Single(trainer.TrainedTensors).Name);
        using OnnxGradients gradients = OnnxGradients.FromBytes(model, "m.onnx");
        Assert.Equal(["v"], gradients.ParameterNames);
    }

    [Theory]
    [InlineData("float16", 2)]
    [InlineData("double", 8)]
    public void Weights_of_another_precision_are_refused(string name, int bytes)
    {
        DataType type = Enum.Parse<DataType>(name, ignoreCase: true);
        ModelBuilder builder = new ModelBuilder().Input("x", type, -1, 2);
        var tensor = new TensorProto { Name = "w", DataType = (int)type, RawData = Google.Protobuf.ByteString.CopyFrom(new byte[4 * bytes]) };
        tensor.Dims.AddRange([2L, 2L]);
        builder.Graph.Initializer.Add(tensor);

        Refuses($"m.onnx: weight 'w' is stored as {name}; training works in float32.", builder.Node("MatMul", "x w", "y").Untyped("y").Build());
    }

    [Fact]
    public void Model_without_weights_is_refused()
        => Refuses("m.onnx: holds no weight that training changes:", new ModelBuilder().Input("x", DataType.Float, -1, 2).Node("Softmax", "x", "y").Untyped("y").Build());

    [Fact]
    public void Classical_model_is_refused()
        => Refuses("m.onnx: is no neural network: its output comes from ", SklearnModels.Linear("SOFTMAX", 3, [1, 0, 0, 1, -1, -1], [0, 0, 0]).Output("scores", DataType.Float, -1, 3).Build(), "scores");

    [Fact]
    public void Name_in_both_lists_is_a_mistake()
        => Assert.Throws<ArgumentException>(() => new OnnxTrainerOptions { Freeze = ["w"], Train = ["w"] }.Check());

    private static void Refuses(string message, byte[] model, string output = "y")
    {
        string error = Error(model, output);

        Assert.StartsWith(message, error, StringComparison.Ordinal);
        Assert.EndsWith(" Attacks that only query the model still run.", error, StringComparison.Ordinal);
    }

    private static string Error(byte[] model, string output)
        => Assert.Throws<PanameDataException>(() => ParameterFinder.Find(WorkingModel.Open(OnnxModelFile.FromMemory(model, "m.onnx")), output)).Message;

    private static TensorProto Bytes(string name, params long[] shape)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)DataType.Int8 };
        tensor.Dims.AddRange(shape);
        tensor.Int32Data.AddRange(Enumerable.Range(0, (int)shape.Aggregate(1L, (product, size) => product * size)));
        return tensor;
    }
}
