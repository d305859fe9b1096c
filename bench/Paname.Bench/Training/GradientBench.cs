using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Bench.Measuring;
using Paname.Onnx;

namespace Paname.Bench.Training;

/// <summary>Gradients of the loss with respect to the inputs of a batch, against the scores of the same batch.</summary>
internal static class GradientBench
{
    private const int Pairs = 9;
    private const int Repeats = 20;

    internal static Paired Compare(TrainingWorkload workload)
    {
        using OnnxGradients model = Open(workload);
        int[] labels = [.. workload.Data.Labels];
        var batch = new RecordBatch(workload.Data.Records, 0, workload.Data.Count);
        var objectives = new double[batch.Count];
        var gradients = new float[batch.Count * model.InputWidth!.Value];
        var scores = new double[batch.Count * model.Classes];
        return Paired.Time(
            Pairs,
            () => () => Repeat(() => model.InputGradients(batch, GradientObjective.Loss, labels, objectives, gradients, default)),
            () => () => Repeat(() => model.Score(batch, scores, default)));
    }

    internal static void GradientsOnce(TrainingWorkload workload)
    {
        using OnnxGradients model = Open(workload);
        var batch = new RecordBatch(workload.Data.Records, 0, workload.Data.Count);
        model.InputGradients(batch, GradientObjective.Loss, [.. workload.Data.Labels], new double[batch.Count], new float[batch.Count * model.InputWidth!.Value], default);
    }

    internal static void ScoresOnce(TrainingWorkload workload)
    {
        using OnnxGradients model = Open(workload);
        model.Score(new RecordBatch(workload.Data.Records, 0, workload.Data.Count), new double[workload.Data.Count * model.Classes], default);
    }

    private static OnnxGradients Open(TrainingWorkload workload) => OnnxGradients.FromBytes(workload.Network.ToOnnx(seed: 1), workload.Name);

    private static void Repeat(Action run)
    {
        for (int i = 0; i < Repeats; i++)
        {
            run();
        }
    }
}
