using Paname.Attacks.Targets;
using Paname.Onnx.Differentiation.Objectives;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Outputs;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Gradients;

/// <summary>A model with one number per record at its end, weighted and summed, and the gradient of that sum with respect to the scores.</summary>
internal sealed class ObjectiveGraph
{
    private const string Records = "records";

    private ObjectiveGraph(WorkingModel model, OutputPlan plan, GradientObjective objective)
    {
        Model = model;
        Inputs = [.. model.Graph.Input.Select(input => input.Name)];
        string axis = NameFirstAxis(model.Graph);
        model.Graph.Output.Clear();
        model.Editor.Output(plan.Name);
        IClassScores scores = ClassScores.Of(model, plan);
        Labels = model.Editor.Input("labels", DataType.Int64, axis, "1");
        Weights = model.Editor.Input("weights", DataType.Float, axis, "1");
        (Objective, string slope) = scores.Emit(model.Editor, objective, Labels);
        Seeds = new Dictionary<string, string>(StringComparer.Ordinal) { [scores.Scores] = model.Editor.Mul(Weights, slope) };
        model.Graph.Output.Clear();
        model.Editor.Output(Objective);
        model.Refresh();
    }

    internal WorkingModel Model { get; }

    /// <summary>The model's own inputs.</summary>
    internal IReadOnlyList<string> Inputs { get; }

    /// <summary>The column of the class of each record: int64 [records, 1].</summary>
    internal string Labels { get; }

    /// <summary>What each record counts in the sum: float32 [records, 1].</summary>
    internal string Weights { get; }

    /// <summary>The number of each record: float32 [records, 1].</summary>
    internal string Objective { get; }

    /// <summary>What is differentiated: the gradient of the weighted sum with respect to the scores.</summary>
    internal IReadOnlyDictionary<string, string> Seeds { get; }

    internal static ObjectiveGraph Build(OnnxModelFile file, OutputPlan plan, GradientObjective objective)
        => new(WorkingModel.Open(file), plan, objective);

    /// <summary>Gives the first axis of the inputs a name where it has neither size nor name, so that it is known again further down.</summary>
    private static string NameFirstAxis(GraphProto graph)
    {
        TensorShapeProto.Types.Dimension[] first = [.. graph.Input.Select(input => input.Type?.TensorType?.Shape?.Dim.FirstOrDefault()).OfType<TensorShapeProto.Types.Dimension>()];
        foreach (TensorShapeProto.Types.Dimension axis in first.Where(axis => axis.ValueCase is TensorShapeProto.Types.Dimension.ValueOneofCase.None || (axis.HasDimParam && axis.DimParam.Length == 0)))
        {
            axis.DimParam = Records;
        }

        return first.FirstOrDefault() is not { } known ? Records : known.HasDimParam ? known.DimParam : FormattableString.Invariant($"{known.DimValue}");
    }
}
