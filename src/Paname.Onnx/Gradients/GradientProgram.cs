using Google.Protobuf;

namespace Paname.Onnx.Gradients;

/// <summary>A finished graph of gradients, ready to be run.</summary>
/// <param name="Model">The model's bytes.</param>
/// <param name="Inputs">The inputs that hold the records.</param>
/// <param name="Labels">The input of columns.</param>
/// <param name="Weights">The input of weights.</param>
/// <param name="Outputs">What is fetched, in order.</param>
internal sealed record GradientProgram(byte[] Model, IReadOnlyList<string> Inputs, string Labels, string Weights, IReadOnlyList<string> Outputs)
{
    /// <param name="graph">The graph, with the gradients appended.</param>
    /// <param name="outputs">The values to fetch, in order.</param>
    internal static GradientProgram Of(ObjectiveGraph graph, IReadOnlyList<string> outputs)
    {
        graph.Model.Graph.Output.Clear();
        foreach (string output in outputs)
        {
            graph.Model.Editor.Output(output);
        }

        return new GradientProgram(graph.Model.Proto.ToByteArray(), graph.Inputs, graph.Labels, graph.Weights, outputs);
    }
}
