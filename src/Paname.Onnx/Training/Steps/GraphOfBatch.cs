using Google.Protobuf;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Training.Losses;
using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Training.Steps;

/// <summary>A model whose weights and data are inputs: the ground of step and loss graphs.</summary>
internal sealed class GraphOfBatch
{
    private GraphOfBatch(WorkingModel model, LossReading reading, IReadOnlyList<string> inputs, IReadOnlyList<(string Statistic, string Updated)> statistics)
    {
        Model = model;
        Reading = reading;
        Inputs = inputs;
        Statistics = statistics;
    }

    internal WorkingModel Model { get; }

    internal LossReading Reading { get; }

    /// <summary>The model's own inputs, each of which is picked out of the data of the same name.</summary>
    internal IReadOnlyList<string> Inputs { get; }

    /// <summary>The running statistics that follow the batch, and the values that take their places.</summary>
    internal IReadOnlyList<(string Statistic, string Updated)> Statistics { get; }

    /// <param name="file">The model.</param>
    /// <param name="table">Which of its tensors become inputs.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="loss">The loss, where it is stated.</param>
    /// <param name="follow">Whether batch normalisation uses the batch's own statistics.</param>
    internal static GraphOfBatch Open(OnnxModelFile file, ParameterTable table, OnnxTrainerOptions options, TrainingLoss? loss, bool follow = false)
    {
        WorkingModel model = WorkingModel.Open(file);
        LossReading reading = new LossReader(model, options.OutputName, loss).Read();
        IReadOnlyList<string> inputs = BatchGather.Apply(model);
        var running = table.Statistics.Select(statistic => statistic.Name).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<(string Statistic, string Updated)> statistics = follow ? BatchNormTraining.Apply(model, running.Contains) : [];
        WeightInputs.Apply(model, table);
        model.Graph.Output.Clear();
        return new GraphOfBatch(model, reading, inputs, statistics);
    }

    internal byte[] Bytes() => Model.Proto.ToByteArray();

    /// <summary>Gives out the sum of the batch's losses and, where it is not the number of records, how many they are.</summary>
    internal void YieldLoss(LossHead head)
    {
        Model.Graph.Yield(Model.Editor.Node("ReduceSum", [head.Losses], ("keepdims", 0L)), StepNames.LossSum);
        if (head.Count is { } count)
        {
            Model.Graph.Yield(count, StepNames.LossCount);
        }
    }
}
