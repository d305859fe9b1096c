using Paname.Attacks.Data;
using Paname.Onnx.Networks;
using Paname.Onnx.Training;

namespace Paname.Bench.Training;

/// <summary>A network and made-up records; peers/pytorch_steps.py trains the same.</summary>
/// <param name="Name">As the peer calls it.</param>
/// <param name="Network">What is trained.</param>
/// <param name="Data">A whole number of batches.</param>
/// <param name="Epochs">Passes in one timed run.</param>
internal sealed record TrainingWorkload(string Name, OnnxNetwork Network, LabelledRecords Data, int Epochs)
{
    private const int BatchSize = 64;

    internal int Steps => Epochs * Data.Count / BatchSize;

    internal TrainingRecipe Recipe => new() { Epochs = Epochs, BatchSize = BatchSize };

    /// <summary>446-128-30, as on Location-30.</summary>
    internal static TrainingWorkload Mlp()
    {
        var random = new Random(446);
        return new("mlp", OnnxNetwork.Features(446).Linear(128).Relu().Linear(30), Made(random, 1536, 30, () => random.NextDouble() < .2 ? 1 : 0, 446), 20);
    }

    /// <summary>The network of data/fmnist_cnn.onnx.</summary>
    internal static TrainingWorkload Cnn()
    {
        var random = new Random(28);
        OnnxNetwork network = OnnxNetwork.Image(1, 28, 28).Conv(8, 3, padding: 1).Relu().MaxPool(2).Conv(16, 3, padding: 1).Relu().MaxPool(2)
            .Flatten().Linear(48).Relu().Linear(10);
        return new("cnn", network, Made(random, 1024, 10, random.NextSingle, 1, 28, 28), 4);
    }

    internal void RunOnce()
    {
        using OnnxTrainer trainer = Open();
        Run(trainer);
    }

    internal OnnxTrainer Open() => OnnxTrainer.FromBytes(Network.ToOnnx(seed: 1), Name);

    internal void Run(OnnxTrainer trainer) => trainer.Train(Data, Recipe, seed: 1);

    private static LabelledRecords Made(Random random, int records, int classes, Func<float> value, params int[] shape)
    {
        float[] values = [.. Enumerable.Range(0, records * shape.Aggregate(1, (product, size) => product * size)).Select(_ => value())];
        return new(Records.FromArray<float>(values, shape), [.. Enumerable.Range(0, records).Select(_ => random.Next(classes))]);
    }
}
