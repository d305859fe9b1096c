using Microsoft.ML.OnnxRuntime;
using Paname.Onnx.Graphs;
using Paname.Onnx.Runtime;
using Paname.Onnx.Training.Parameters;
using Paname.Onnx.Training.Steps;

namespace Paname.Onnx.Training.Runs;

/// <summary>Asks the model which shapes the masks of a batch have.</summary>
internal sealed class DropoutShapes : IDisposable
{
    private readonly ParameterTable _table;
    private readonly InferenceSession _session;

    internal DropoutShapes(OnnxModelFile file, ParameterTable table, OnnxTrainerOptions options, TrainingRecipe recipe, IReadOnlyList<DropoutMask> masks)
    {
        _table = table;
        GraphOfBatch graph = GraphOfBatch.Open(file, table, options, recipe.Loss);
        DropoutNodes.Silence(graph.Model);
        foreach (DropoutMask mask in masks)
        {
            graph.Model.Graph.Yield(graph.Model.Editor.Shape(mask.Value), mask.Name);
        }

        _session = SessionFactory.OpenGraph(graph.Bytes(), file.Name, options.Threads);
    }

    /// <summary>The shapes, in the order of the masks.</summary>
    internal long[][] Of(StepBuffers weights, TrainingTensors data, OrtValue batch)
    {
        using OrtIoBinding binding = WeightBinding.Create(_session, _table, weights, data);
        binding.BindInput(StepNames.Batch, batch);
        foreach (string name in _session.OutputNames)
        {
            binding.BindOutputToDevice(name, OrtMemoryInfo.DefaultInstance);
        }

        using RunOptions run = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        _session.RunWithBinding(run, binding);
        using IDisposableReadOnlyCollection<OrtValue> shapes = binding.GetOutputValues();
        return [.. shapes.Select(shape => shape.GetTensorDataAsSpan<long>().ToArray())];
    }

    public void Dispose() => _session.Dispose();
}
