using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Steps;

/// <summary>Takes the chance out of Dropout nodes: they do nothing, or they multiply by a mask that is handed in.</summary>
internal static class DropoutNodes
{
    private const float UsualRate = 0.5f;

    /// <summary>Makes each Dropout pass its values on.</summary>
    internal static void Silence(WorkingModel model)
    {
        foreach (NodeProto node in Find(model))
        {
            Replace(model, node, "Identity", [node.Input[0]]);
        }
    }

    /// <summary>Makes each Dropout multiply its values by an input.</summary>
    /// <returns>The masks, in the order of the graph.</returns>
    internal static IReadOnlyList<DropoutMask> Mask(WorkingModel model)
    {
        var masks = new List<DropoutMask>();
        foreach (NodeProto node in Find(model))
        {
            float rate = Rate(model, node);
            if (rate == 0)
            {
                Replace(model, node, "Identity", [node.Input[0]]);
                continue;
            }

            TensorForm? form = model.Form(node.Input[0]);
            if (form is not { Element: DataType.Float, Shape: { } shape })
            {
                throw Refuse(model, node, "its values are no float32 of a known number of axes");
            }

            string name = model.Graph.Feed(StepNames.Mask(masks.Count), DataType.Float, [.. shape.Select(_ => -1L)]);
            masks.Add(new(name, node.Input[0], rate));
            Replace(model, node, "Mul", [node.Input[0], name]);
        }

        return masks;
    }

    private static NodeProto[] Find(WorkingModel model) => [.. model.Graph.Node.Where(node => node.OpType == "Dropout" && node.Domain is "" or "ai.onnx")];

    private static void Replace(WorkingModel model, NodeProto node, string type, IReadOnlyList<string> inputs)
    {
        if (node.Output.Count > 1 && node.Output[1].Length > 0 && model.Graph.Node.Any(user => user.Input.Contains(node.Output[1])))
        {
            throw Refuse(model, node, "its mask is used");
        }

        int at = model.Graph.Node.IndexOf(node);
        model.Graph.Node[at] = GraphEditor.MakeNode(type, inputs, [node.Output[0]]);
    }

    private static float Rate(WorkingModel model, NodeProto node)
    {
        if (node.InputAt(1) is not { Length: > 0 } ratio)
        {
            return UsualRate;
        }

        TensorProto? stored = model.Graph.Initializer.FirstOrDefault(tensor => tensor.Name == ratio);
        return stored is not null && TensorValues.Scalar(stored) is { } rate and >= 0 and < 1
            ? (float)rate
            : throw Refuse(model, node, "its rate is not stored in the model as a number from 0 to below 1");
    }

    private static PanameDataException Refuse(WorkingModel model, NodeProto node, string why)
        => new($"{model.Name}: {node.Title} cannot be trained with: {why}. Set TrainingRecipe.Dropout to false to train without, or export the model again.");
}
