using Microsoft.ML.OnnxRuntime;
using Paname.Onnx.Graphs;
using Paname.Onnx.Runtime;
using Paname.Onnx.Training.Losses;
using Paname.Onnx.Training.Parameters;
using Paname.Onnx.Training.Steps;

namespace Paname.Onnx.Training.Runs;

/// <summary>A compiled graph of the loss in inference mode, shared by any number of runs.</summary>
internal sealed class LossProgram : IDisposable
{
    internal LossProgram(OnnxModelFile file, ParameterTable table, OnnxTrainerOptions options, TrainingRecipe recipe)
    {
        GraphOfBatch graph = GraphOfBatch.Open(file, table, options, recipe.Loss);
        DropoutNodes.Silence(graph.Model);
        // Recipes with and without clipping by record share this graph, so that their losses are the same mean.
        graph.YieldLoss(new LossHeads(graph.Model, recipe with { DifferentialPrivacy = null }).Append(graph.Reading));
        Name = file.Name;
        Reading = graph.Reading;
        Inputs = graph.Inputs;
        Table = table;
        Session = SessionFactory.OpenGraph(graph.Bytes(), file.Name, options.Threads);
    }

    /// <summary>The model's name.</summary>
    internal string Name { get; }

    internal LossReading Reading { get; }

    internal IReadOnlyList<string> Inputs { get; }

    internal ParameterTable Table { get; }

    internal InferenceSession Session { get; }

    public void Dispose() => Session.Dispose();
}
