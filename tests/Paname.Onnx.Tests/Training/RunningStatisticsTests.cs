using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Training;

/// <summary>Batch normalisation under training: running statistics follow the batches, and stay where the recipe says so.</summary>
public class RunningStatisticsTests
{
    private static readonly LabelledRecords Data = SmallNetwork.Data();

    [Fact]
    public void Running_statistics_approach_those_of_the_data()
    {
        using OnnxTrainer trainer = Open();
        TrainingRecipe recipe = SmallNetwork.Recipe with { Epochs = 200, BatchSize = 150, LearningRate = 1e-6 };

        float[] means = Stored(trainer.Train(Data, recipe, 1).ToOnnx(), "mean");
        float[] variances = Stored(trainer.Train(Data, recipe, 1).ToOnnx(), "variance");

        double[][] rows = [.. Data.Records.Fields.Cast<RecordField<float>>().Single().Values.ToArray().Chunk(6).Select(row => row.Select(value => (double)value).ToArray())];
        for (int i = 0; i < 6; i++)
        {
            double mean = rows.Average(row => row[i]);
            Assert.Equal(mean, means[i], 1e-5);
            Assert.Equal(rows.Sum(row => (row[i] - mean) * (row[i] - mean)) / 149, variances[i], 1e-5);
        }
    }

    [Fact]
    public void Statistics_stay_without_updates()
    {
        using OnnxTrainer trainer = Open();

        byte[] trained = trainer.Train(Data, SmallNetwork.Recipe with { UpdateStatistics = false, Initialisation = Initialisation.FromFile }, 1).ToOnnx();

        Assert.Equal([0.1f, 0, 0, 0, 0, 0], Stored(trained, "mean"));
        Assert.Equal([1, 1, 2, 1, 1, 1], Stored(trained, "variance"));
    }

    [Fact]
    public void Statistics_of_a_batch_exclude_clipping_by_record()
    {
        using OnnxTrainer trainer = Open();
        TrainingRecipe recipe = SmallNetwork.Recipe with { DifferentialPrivacy = new DifferentialPrivacy() };

        Assert.Contains("Set TrainingRecipe.UpdateStatistics to false", Assert.Throws<PanameDataException>(() => trainer.Train(Data, recipe, 1)).Message, StringComparison.Ordinal);
        Assert.Equal(6, trainer.Train(Data, recipe with { UpdateStatistics = false }, 1).Epochs);
    }

    private static OnnxTrainer Open() => OnnxTrainer.FromBytes(
        new ModelBuilder()
            .Input("x", DataType.Float, -1, 6)
            .Weights("scale", [6], 1, 1, 1, 1, 1, 1)
            .Weights("shift", [6], 0, 0, 0, 0, 0, 0)
            .Weights("mean", [6], 0.1f, 0, 0, 0, 0, 0)
            .Weights("variance", [6], 1, 1, 2, 1, 1, 1)
            .Weights("w", [6, 3], [.. Enumerable.Range(0, 18).Select(i => (i % 5) * 0.1f)])
            .Node("BatchNormalization", "x scale shift mean variance", "n")
            .Node("MatMul", "n w", "z")
            .Output("z", DataType.Float, -1, 3)
            .Build(),
        "normalised.onnx");

    private static float[] Stored(byte[] model, string name)
    {
        TensorProto tensor = ModelProto.Parser.ParseFrom(model).Graph.Initializer.Single(tensor => tensor.Name == name);
        return TensorValues.Floats(tensor)!;
    }
}
