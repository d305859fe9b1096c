using Paname.Bench.Measuring;
using Paname.Bench.Training;

namespace Paname.Bench;

/// <summary>The table of training and gradients.</summary>
internal static class TrainingReport
{
    internal static int Write(TextWriter to)
    {
        using (TorchPeer? peer = TorchPeer.TryStart(threads: 1))
        {
            to.WriteLine($"Training on one thread, against {peer?.Version ?? "PyTorch, which is not installed"}. A ratio of 0.667 is 1.5 times as fast.");
        }

        to.WriteLine();
        TextTable.Write(to,
        [
            ComparisonRow.Heading,
            Torch("MLP 446-128-30, batch 64, Adam: 480 steps / PyTorch", 1 / 1.5, "train-mlp", TrainingWorkload.Mlp()),
            Torch("CNN on 28x28 images, batch 64, Adam: 64 steps / PyTorch", 1, "train-cnn", TrainingWorkload.Cnn()),
            ComparisonRow.Of("16 credit-sized models side by side / one after another", 0.6, ParallelBench.Compare(), PeakMemory.Of("train-parallel"), PeakMemory.Of("train-serial")),
            ComparisonRow.Of("CNN: input gradients of 1,024 images / their scores", 3, GradientBench.Compare(TrainingWorkload.Cnn()), PeakMemory.Of("gradients-cnn"), PeakMemory.Of("scores-cnn")),
            ComparisonRow.Of("MLP: input gradients of 1,536 records / their scores", 3, GradientBench.Compare(TrainingWorkload.Mlp()), PeakMemory.Of("gradients-mlp"), PeakMemory.Of("scores-mlp")),
        ]);
        return 0;
    }

    private static string[] Torch(string what, double goal, string part, TrainingWorkload workload)
    {
        using TorchPeer? peer = TorchPeer.TryStartFastest(threads: 1, workload.Name, workload.Steps);
        if (peer is null)
        {
            return ComparisonRow.Missing(what, goal, "not measured: no python3 with torch");
        }

        string ours = PeakMemory.Of(part);
        (Paired times, string theirs) = TrainingBench.Compare(workload, peer);
        return ComparisonRow.Of(what, goal, times, ours, theirs, oneProcess: false);
    }
}
