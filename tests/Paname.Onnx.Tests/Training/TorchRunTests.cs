using System.Text.Json;
using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Training;

/// <summary>Weights, running statistics and losses after ten epochs against PyTorch's, from the same weights and batches.</summary>
public class TorchRunTests
{
    private const int Count = 26;

    private static readonly TrainingRecipe Base = new() { Initialisation = Initialisation.FromFile, Shuffle = false, Epochs = 10, BatchSize = 13 };

    private static readonly Dictionary<string, TrainingRecipe> Recipes = new()
    {
        ["nesterov_decay_clip"] = Base with { Optimiser = new Sgd { Momentum = 0.9, Nesterov = true }, LearningRate = 0.1, WeightDecay = 0.01, GradientClipNorm = 0.3 },
        ["adam_decay_clip"] = Base with { Optimiser = new Adam(), LearningRate = 0.02, WeightDecay = 0.05, GradientClipNorm = 0.2 },
        ["clip_some"] = Base with { Optimiser = new Sgd(), LearningRate = 0.1, GradientClipNorm = 0.45 },
        ["adamw"] = Base with { Optimiser = new AdamW(), LearningRate = 0.02, WeightDecay = 0.1 },
        ["batchnorm"] = Base with { Optimiser = new Sgd { Momentum = 0.9 }, LearningRate = 0.1 },
        ["batchnorm_last_batch"] = Base with { Optimiser = new Sgd(), LearningRate = 0.1, BatchSize = 8 },
        ["cosine"] = Base with { Optimiser = new Sgd(), LearningRate = 0.2, Schedule = new CosineDecay { Floor = 0.1 } },
        ["steps"] = Base with { Optimiser = new Sgd(), LearningRate = 0.2, Schedule = new StepDecay { Every = 3, Factor = 0.5 } },
    };

    [Theory]
    [InlineData("nesterov_decay_clip")]
    [InlineData("adam_decay_clip")]
    [InlineData("clip_some")]
    [InlineData("adamw")]
    [InlineData("batchnorm")]
    [InlineData("batchnorm_last_batch")]
    [InlineData("cosine")]
    [InlineData("steps")]
    public void Ten_epochs_follow_PyTorch(string name)
    {
        var data = new LabelledRecords(Records.FromArray<float>(Fill(Count * 4, 1, 4), 4), [.. Enumerable.Range(0, Count).Select(i => ((i * 5) + (i / 3)) % 3)]);
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.PathOf("training", "runs.json"))).RootElement.GetProperty(name);
        using OnnxTrainer trainer = OnnxTrainer.FromBytes(Model(name.StartsWith("batchnorm", StringComparison.Ordinal)), "run.onnx");

        TrainedModel trained = trainer.Train(data, Recipes[name], seed: 1);

        Near(expected, "losses", [.. trained.Losses], 2e-6);
        Near(expected, "weights", [.. trained.Weights.ToArray().Select(value => (double)value)], 2e-5);
        Dictionary<string, TensorProto> stored = ModelProto.Parser.ParseFrom(trained.ToOnnx()).Graph.Initializer.ToDictionary(tensor => tensor.Name);
        Near(expected, "statistics", [.. new[] { "mean", "variance" }.Where(stored.ContainsKey).SelectMany(tensor => Onnx.Graphs.TensorValues.Floats(stored[tensor])!).Select(value => (double)value)], 2e-5);
    }

    private static void Near(JsonElement expected, string part, double[] values, double tolerance)
    {
        double[] numbers = [.. expected.GetProperty(part).EnumerateArray().Select(value => value.GetDouble())];
        Assert.Equal(numbers.Length, values.Length);
        Assert.All(numbers.Zip(values), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    private static byte[] Model(bool normalised)
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, -1, 4).Weights("w1", [4, 5], Fill(20, 100)).Weights("b1", [5], Fill(5, 200)).Node("Gemm", "x w1 b1", "h");
        if (normalised)
        {
            model = model.Weights("scale", [5], Fill(5, 500, shift: 1)).Weights("shift", [5], Fill(5, 600)).Weights("mean", [5], Fill(5, 700)).Weights("variance", [5], Fill(5, 800, shift: 1))
                .Node("BatchNormalization", "h scale shift mean variance", "n");
        }

        return model.Node("Tanh", normalised ? "n" : "h", "a").Weights("w2", [5, 3], Fill(15, 300)).Weights("b2", [3], Fill(3, 400)).Node("Gemm", "a w2 b2", "z").Output("z", DataType.Float, -1, 3).Build();
    }

    private static float[] Fill(int count, int offset, double scale = 1, float shift = 0)
        => [.. Enumerable.Range(offset, count).Select(i => (float)(((i * 7919 % 1009 / 1009.0) - 0.5) * scale) + shift)];
}
