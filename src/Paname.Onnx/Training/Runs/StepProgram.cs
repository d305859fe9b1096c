using Microsoft.ML.OnnxRuntime;
using Paname.Onnx.Graphs;
using Paname.Onnx.Runtime;
using Paname.Onnx.Training.Parameters;
using Paname.Onnx.Training.Steps;

namespace Paname.Onnx.Training.Runs;

/// <summary>A compiled step graph. Any number of runs use it at once, each with weights and buffers of its own.</summary>
internal sealed class StepProgram : IDisposable
{
    internal StepProgram(OnnxModelFile file, ParameterTable table, OnnxTrainerOptions options, TrainingRecipe recipe)
    {
        Table = table;
        Graph = StepGraph.Build(file, table, options, recipe);
        Session = SessionFactory.OpenGraph(Graph.Bytes, file.Name, options.Threads);
        Shapes = Graph.Masks.Count == 0 ? null : new DropoutShapes(file, table, options, recipe, Graph.Masks);
    }

    internal ParameterTable Table { get; }

    internal StepGraph Graph { get; }

    internal InferenceSession Session { get; }

    /// <summary>The shapes of the masks; <see langword="null"/> when nothing is dropped.</summary>
    internal DropoutShapes? Shapes { get; }

    public void Dispose()
    {
        Session.Dispose();
        Shapes?.Dispose();
    }
}
