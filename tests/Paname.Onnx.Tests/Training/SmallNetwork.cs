using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Training;

/// <summary>A network of two layers and records it can learn by heart.</summary>
internal static class SmallNetwork
{
    private const int Features = 6;

    /// <summary>150 records of three classes, told apart by the largest of three sums, with one label in ten wrong.</summary>
    internal static LabelledRecords Data(int seed = 1, int count = 150)
    {
        var random = new MersenneTwister(seed);
        float[] values = [.. Enumerable.Range(0, count * Features).Select(_ => (float)((random.NextDouble() * 2) - 1))];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            float[] sums = [.. Enumerable.Range(0, 3).Select(label => values[(i * Features) + label] + values[(i * Features) + label + 3])];
            labels[i] = random.NextDouble() < 0.1 ? random.Next(3) : Array.IndexOf(sums, sums.Max());
        }

        return new LabelledRecords(Records.FromArray<float>(values, Features), labels);
    }

    internal static TrainingRecipe Recipe { get; } = new() { Epochs = 6, BatchSize = 32, LearningRate = 0.01 };

    /// <summary>x -> 16 -> relu -> dropout -> 3, with or without the dropout; its weights are those of a fixed seed.</summary>
    internal static OnnxTrainer Open(float dropout = 0, OnnxTrainerOptions? options = null, string? last = null)
        => OnnxTrainer.FromBytes(Bytes(dropout, last), "small.onnx", options);

    internal static byte[] Bytes(float dropout = 0, string? last = null)
    {
        ModelBuilder model = new ModelBuilder()
            .Input("x", DataType.Float, -1, Features)
            .Weights("w1", [Features, 16], Values(1, Features * 16))
            .Weights("b1", [16], Values(2, 16))
            .Weights("w2", [16, 3], Values(3, 16 * 3))
            .Weights("b2", [3], Values(4, 3))
            .Weights("rate", [], dropout)
            .Node("Gemm", "x w1 b1", "h")
            .Node("Relu", "h", "a")
            .Node("Dropout", "a rate", "d")
            .Node("Gemm", "d w2 b2", "z");
        model = last is null ? model.Output("z", DataType.Float, -1, 3) : model.Node(last, "z", "p").Output("p", DataType.Float, -1, 3);
        foreach (NodeProto node in model.Graph.Node)
        {
            node.Name = node.Output[0];
        }

        return model.Build();
    }

    /// <summary>x -> 16 -> batch normalisation -> relu -> 3.</summary>
    internal static OnnxTrainer OpenNormalised()
        => OnnxTrainer.FromBytes(
            new ModelBuilder()
                .Input("x", DataType.Float, -1, Features)
                .Weights("w1", [Features, 16], Values(1, Features * 16))
                .Weights("scale", [16], Values(2, 16))
                .Weights("shift", [16], Values(3, 16))
                .Weights("mean", [16], new float[16])
                .Weights("variance", [16], [.. Enumerable.Repeat(1f, 16)])
                .Weights("w2", [16, 3], Values(4, 16 * 3))
                .Node("MatMul", "x w1", "h")
                .Node("BatchNormalization", "h scale shift mean variance", "n")
                .Node("Relu", "n", "a")
                .Node("MatMul", "a w2", "z")
                .Output("z", DataType.Float, -1, 3)
                .Build(),
            "normalised.onnx");

    private static float[] Values(int seed, int count)
    {
        var random = new MersenneTwister(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 0.6) - 0.3))];
    }
}
