using Google.Protobuf;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Training.Losses;
using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Training.Steps;

/// <summary>A model whose weights and data are inputs: the ground of step and loss graphs.</summary>
internal sealed class GraphOfBatch
{
    private GraphOfBatch(WorkingModel model, LossReading reading, IReadOnlyList<string> inputs)
    {
        Model = model;
        Reading = reading;
        Inputs = inputs;
    }

    internal WorkingModel Model { get; }

    internal LossReading Reading { get; }

    /// <summary>The model's own inputs, each of which is picked out of the data of the same name.</summary>
    internal IReadOnlyList<string> Inputs { get; }

    internal static GraphOfBatch Open(OnnxModelFile file, ParameterTable table, OnnxTrainerOptions options, TrainingLoss? loss)
    {
        WorkingModel model = WorkingModel.Open(file);
        LossReading reading = new LossReader(model, options.OutputName, loss).Read();
        IReadOnlyList<string> inputs = BatchGather.Apply(model);
        WeightInputs.Apply(model, table);
        model.Graph.Output.Clear();
        return new GraphOfBatch(model, reading, inputs);
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
