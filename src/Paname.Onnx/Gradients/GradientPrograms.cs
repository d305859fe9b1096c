using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Differentiation;
using Paname.Onnx.Differentiation.PerRecord;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Outputs;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Gradients;

/// <summary>Writes the graph behind each question that <see cref="OnnxGradients"/> answers.</summary>
internal sealed class GradientPrograms(OnnxModelFile file, OutputPlan plan)
{
    /// <summary>The objective of each record, then its gradient with respect to each floating-point input.</summary>
    internal GradientProgram Inputs(GradientObjective objective)
    {
        ObjectiveGraph graph = ObjectiveGraph.Build(file, plan, objective);
        PerRecordNorms.RefuseBatchStatistics(graph.Model);
        string[] inputs = [.. graph.Inputs.Where(input => graph.Model.Form(input) is { IsFloating: true })];
        if (inputs.Length == 0)
        {
            throw new PanameDataException($"{file.Name}: none of its inputs holds floating-point numbers ({string.Join(", ", graph.Inputs)}), so no input has a gradient. "
                + "Gradients of its parameters and their norms are still to be had, and so are attacks that query the model.");
        }

        IReadOnlyDictionary<string, string> gradients = Differentiator.Differentiate(graph.Model, graph.Seeds, inputs);
        return GradientProgram.Of(graph, [graph.Objective, .. inputs.Select(input => gradients[input])]);
    }

    /// <summary>The loss of each record, then the gradient of their weighted sum with respect to each parameter.</summary>
    internal GradientProgram Parameters(IReadOnlyList<string> parameters)
    {
        ObjectiveGraph graph = ObjectiveGraph.Build(file, plan, GradientObjective.Loss);
        IReadOnlyDictionary<string, string> gradients = Differentiator.Differentiate(graph.Model, graph.Seeds, [.. parameters]);
        return GradientProgram.Of(graph, [graph.Objective, .. parameters.Select(parameter => gradients[parameter])]);
    }

    /// <summary>Squared norms of each record's gradient; <see langword="null"/> when a parameter has no form that keeps the records apart.</summary>
    internal GradientProgram? Norms(IReadOnlyList<string> parameters)
    {
        ObjectiveGraph graph = ObjectiveGraph.Build(file, plan, GradientObjective.Loss);
        PerRecordNorms norms = PerRecordNorms.Plan(graph.Model, parameters, [.. graph.Inputs, graph.Labels]);
        return norms.Uncovered.Count > 0 ? null : GradientProgram.Of(graph, [norms.Emit(graph.Seeds)]);
    }

    /// <summary>The squared norm of the gradient of the weighted sum: that of a single record when the others weigh nothing.</summary>
    internal GradientProgram NormOfOne(IReadOnlyList<string> parameters)
    {
        ObjectiveGraph graph = ObjectiveGraph.Build(file, plan, GradientObjective.Loss);
        IReadOnlyDictionary<string, string> gradients = Differentiator.Differentiate(graph.Model, graph.Seeds, [.. parameters]);
        GraphEditor editor = graph.Model.Editor;
        string squares = editor.Sum([.. parameters.Select(parameter => editor.Node("ReduceSumSquare", [gradients[parameter]], ("keepdims", 0L)))]);
        return GradientProgram.Of(graph, [editor.Cast(squares, DataType.Float)]);
    }
}
