using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Training.Parameters;

/// <summary>torch.onnx.export stores equal tensors once: those of a model before training are told apart again.</summary>
public class MergedTensorsTests
{
    private static readonly string[] Copies = ["variance", "mean"];

    [Fact]
    public void Scale_and_variance_that_were_merged_train_apart()
    {
        using OnnxTrainer trainer = OnnxTrainer.FromBytes(Normalised(merged: true), "m.onnx");
        using OnnxTrainer apart = OnnxTrainer.FromBytes(Normalised(merged: false), "m.onnx");

        TrainedModel trained = trainer.Train(SmallNetwork.Data(), SmallNetwork.Recipe, 1);

        Assert.Equal(
            ["w Weight", "scale NormScale", "shift NormShift", "v Weight", "mean RunningMean", "variance RunningVariance"],
            trainer.TrainedTensors.Select(tensor => $"{tensor.Name} {tensor.Kind}"));
        Assert.Equal(apart.Train(SmallNetwork.Data(), SmallNetwork.Recipe, 1).Weights.ToArray(), trained.Weights.ToArray());
        GraphProto graph = ModelProto.Parser.ParseFrom(trained.ToOnnx()).Graph;
        Assert.NotEqual(TensorValues.Floats(graph.Initializer.Single(tensor => tensor.Name == "scale")), TensorValues.Floats(graph.Initializer.Single(tensor => tensor.Name == "variance")));
        using OnnxTrainer again = OnnxTrainer.FromBytes(trained.ToOnnx(), "again.onnx");
        Assert.Equal(trained.MeanTrainingLoss, again.MeanLoss(SmallNetwork.Data()), 1e-6);
    }

    [Fact]
    public void Matrix_that_is_handed_on_stays_tied()
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, -1, 3).Weights("w", [3, 3], 1, 1, 1, 1, 1, 1, 1, 1, 1).Node("Identity", "w", "v").Node("MatMul", "x w", "h").Node("MatMul", "h v", "z").Output("z", DataType.Float, -1, 3);
        using OnnxTrainer trainer = OnnxTrainer.FromBytes(model.Build(), "m.onnx");

        Assert.Equal("w", Assert.Single(trainer.TrainedTensors).Name);
    }

    [Fact]
    public void Tensor_that_is_weight_and_statistic_is_refused()
    {
        byte[] model = Normalised(merged: false, variance: "scale");

        Assert.StartsWith(
            "m.onnx: 'scale' serves both as a running statistic of batch normalisation and as a trained weight: the exporter stored equal tensors once. Export the model after training it,",
            Assert.Throws<PanameDataException>(() => OnnxTrainer.FromBytes(model, "m.onnx")).Message,
            StringComparison.Ordinal);
    }

    private static byte[] Normalised(bool merged, string variance = "variance")
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, -1, 6).Weights("w", [6, 3], [.. Enumerable.Range(0, 18).Select(i => i / 18f)]).Weights("scale", [3], 1, 1, 1).Weights("shift", [3], 0, 0, 0);
        model = merged
            ? model.Node("Identity", "scale", Copies[0]).Node("Identity", "shift", Copies[1])
            : model.Weights(Copies[0], [3], 1, 1, 1).Weights(Copies[1], [3], 0, 0, 0);
        return model.Node("MatMul", "x w", "h").Node("BatchNormalization", $"h scale shift mean {variance}", "n")
            .Weights("v", [3, 3], 1, 0, 1, 0, 1, 0, 1, 0, -1).Node("MatMul", "n v", "z").Output("z", DataType.Float, -1, 3).Build();
    }
}
