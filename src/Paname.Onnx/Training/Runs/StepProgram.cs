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
        Name = file.Name;
        Table = table;
        Graph = StepGraph.Build(file, table, options, recipe);
        Session = SessionFactory.OpenGraph(Graph.Bytes, file.Name, options.Threads);
    }

    internal string Name { get; }

    internal ParameterTable Table { get; }

    internal StepGraph Graph { get; }

    internal InferenceSession Session { get; }

    public void Dispose() => Session.Dispose();
}
