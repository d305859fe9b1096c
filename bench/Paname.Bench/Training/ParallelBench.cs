using Paname.Attacks.Data;
using Paname.Bench.Measuring;
using Paname.Onnx.Networks;
using Paname.Onnx.Training;

namespace Paname.Bench.Training;

/// <summary>Sixteen models of the size of the credit sample's, trained side by side on all cores, against one after another.</summary>
internal static class ParallelBench
{
    private const int Pairs = 5;
    private const int Models = 16;
    private const int RecordCount = 2_200;
    private const int Features = 26;

    internal static Paired Compare()
    {
        using OnnxTrainer trainer = Open();
        TrainingJob[] jobs = Jobs();
        return Paired.Time(Pairs, () => () => trainer.TrainAll(jobs), () => () => trainer.TrainAll(jobs, parallel: 1));
    }

    internal static void RunOnce(int parallel)
    {
        using OnnxTrainer trainer = Open();
        trainer.TrainAll(Jobs(), parallel);
    }

    private static OnnxTrainer Open() => OnnxTrainer.FromBytes(OnnxNetwork.Features(Features).Linear(128).Relu().Linear(128).Relu().Linear(2).ToOnnx(seed: 1), "credit-sized");

    private static TrainingJob[] Jobs()
    {
        var random = new Random(2_200);
        var data = new LabelledRecords(
            Records.FromArray<float>(Enumerable.Range(0, RecordCount * Features).Select(_ => random.NextSingle()).ToArray(), Features),
            [.. Enumerable.Range(0, RecordCount).Select(_ => random.Next(2))]);
        return [.. Enumerable.Range(1, Models).Select(seed => new TrainingJob(data, new TrainingRecipe { Epochs = 5 }, seed))];
    }
}
