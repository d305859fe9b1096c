using Paname.Bench.Measuring;
using Paname.Onnx.Training;

namespace Paname.Bench.Training;

/// <summary>Training on one thread, from first weights to last, against as many steps in PyTorch on one thread.</summary>
internal static class TrainingBench
{
    private const int Pairs = 9;

    /// <returns>The times, and the peer's peak memory.</returns>
    internal static (Paired Times, string TheirPeak) Compare(TrainingWorkload workload, TorchPeer peer)
    {
        using OnnxTrainer trainer = workload.Open();
        Paired times = Paired.Time(Pairs, () => () => workload.Run(trainer), () => () => peer.Train(workload.Name, workload.Steps));
        return (times, peer.PeakMemory());
    }
}
