using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Outputs;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Objectives;

/// <summary>Finds the logits behind a model's output: where it ends in a softmax or sigmoid, what goes into that.</summary>
internal static class ClassScores
{
    /// <summary>Appends what brings the output to one row or one value per record.</summary>
    /// <param name="model">The model.</param>
    /// <param name="plan">What the output holds.</param>
    /// <exception cref="PanameDataException">The model gives out predicted classes only.</exception>
    internal static IClassScores Of(WorkingModel model, OutputPlan plan)
    {
        if (plan.Form == OutputForm.Labels)
        {
            throw new PanameDataException($"{model.Name}: output '{plan.Name}' holds predicted classes, which have no gradient. Name an output with scores with OnnxClassifierOptions.OutputName.");
        }

        GraphEditor graph = model.Editor;
        string? logits = plan.Kind == OutputKind.Logits ? plan.Name : Behind(model, plan);
        string rows = Rows(model, logits ?? plan.Name, plan.RawWidth);
        if (plan.Form == OutputForm.OpposedPair)
        {
            rows = graph.Node("Gather", [rows, graph.Vector(1)], ("axis", 1L));
        }
        else if (plan.Form == OutputForm.ProbabilityColumn && logits is null)
        {
            rows = graph.Concat(1, graph.Sub(graph.Scalar(DataType.Float, 1), rows), rows);
        }

        model.Refresh();
        return logits is null ? new ProbabilityRows(model.Name, graph, rows, plan.Classes)
            : plan.Form == OutputForm.Rows ? new LogitRows(graph, rows, plan.Classes)
            : new LogitColumn(graph, rows);
    }

    /// <summary>Appends an objective.</summary>
    internal static RecordObjective Emit(this IClassScores scores, GraphEditor graph, GradientObjective objective, string labels)
    {
        switch (objective)
        {
            case GradientObjective.Loss:
                return scores.Loss(labels);
            case GradientObjective.Logit:
                return scores.Logit(labels);
            case GradientObjective.LogProbability:
                (string loss, string slope) = scores.Loss(labels);
                return new RecordObjective(graph.Neg(loss), graph.Neg(slope));
            case GradientObjective.Probability:
                return scores.Probability(labels);
            default:
                throw new ArgumentOutOfRangeException(nameof(objective), objective, "There is no such objective.");
        }
    }

    /// <summary>The scores as float32 [n, width].</summary>
    private static string Rows(WorkingModel model, string scores, int width)
    {
        TensorForm? form = model.Form(scores);
        string rows = form?.Shape is [_, { Size: { } size }] && size == width ? scores : model.Editor.Reshape(scores, 0, width);
        return form?.Element == DataType.Float ? rows : model.Editor.Cast(rows, DataType.Float);
    }

    /// <summary>Follows the output back through operators that only rearrange it, and gives what goes into the softmax or sigmoid before them, rearranged in the same way.</summary>
    private static string? Behind(WorkingModel model, OutputPlan plan)
    {
        var view = new GraphView(model.Graph);
        var passed = new Stack<NodeProto>();
        string value = plan.Name;
        while (view.Producer(value) is { Domain: "" or "ai.onnx" } node)
        {
            switch (node.OpType)
            {
                case "Identity" or "Cast" or "Squeeze" or "Unsqueeze" or "Reshape" or "Flatten":
                    passed.Push(node);
                    value = node.InputAt(0);
                    break;
                case "Softmax" when plan.Form == OutputForm.Rows && IsOverClasses(model, node):
                case "Sigmoid" when plan.Form == OutputForm.ProbabilityColumn:
                    return Replay(model, passed, node.InputAt(0));
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether the softmax runs over the axis that holds the classes: every other axis after the batch has one element.</summary>
    private static bool IsOverClasses(WorkingModel model, NodeProto softmax)
    {
        long axis = softmax.Integer("axis", -1);
        return model.Form(softmax.InputAt(0))?.Shape is { } shape
            && (axis < 0 ? axis + shape.Count : axis) is > 0 and var over
            && Enumerable.Range(1, shape.Count - 1).All(other => other == over || shape[other].IsOne);
    }

    private static string Replay(WorkingModel model, Stack<NodeProto> passed, string value)
    {
        foreach (NodeProto node in passed)
        {
            NodeProto copy = node.Clone();
            copy.Name = string.Empty;
            copy.Input[0] = value;
            value = copy.Output[0] = model.Editor.Fresh("grad/logits");
            model.Graph.Node.Add(copy);
        }

        return value;
    }
}
