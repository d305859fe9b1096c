using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Steps;

/// <summary>Lets a graph pick its batch by record indices out of the values of all records, which are handed over once.</summary>
internal static class BatchGather
{
    /// <returns>The model's own inputs.</returns>
    internal static IReadOnlyList<string> Apply(WorkingModel model)
    {
        ValueInfoProto[] inputs = [.. model.Graph.Input];
        model.Graph.Input.Clear();
        model.Graph.Feed(StepNames.Batch, DataType.Int64, -1);
        foreach (ValueInfoProto input in inputs)
        {
            if (model.Form(input.Name) is not { Shape: { Count: > 0 } shape } form)
            {
                throw new PanameDataException($"{model.Name}: input '{input.Name}' has no batch axis. Export the model with the batch as the first axis of every input.");
            }

            string data = model.Graph.Feed(StepNames.Data(input.Name), form.Element, [-1, .. shape.Skip(1).Select(axis => axis.Size ?? -1)]);
            model.Graph.Node.Insert(0, GraphEditor.MakeNode("Gather", [data, StepNames.Batch], [input.Name]));
        }

        return [.. inputs.Select(input => input.Name)];
    }

    /// <summary>The batch's labels or targets.</summary>
    internal static string Labels(WorkingModel model, DataType type)
    {
        if (model.Graph.Input.All(input => input.Name != StepNames.Labels))
        {
            // Targets may have axes of their own: the input's rank stays open.
            model.Graph.Input.Add(new ValueInfoProto { Name = StepNames.Labels, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type } } });
        }

        return model.Editor.Node("Gather", [StepNames.Labels, StepNames.Batch]);
    }
}
