using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Gradients;

/// <summary>The parameters of a model, and those of its last layer.</summary>
internal sealed class ModelParameters
{
    private static readonly HashSet<string> Layers = new(StringComparer.Ordinal) { "Gemm", "MatMul", "Conv", "ConvTranspose" };

    private ModelParameters(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<long>> shapes, IReadOnlyList<string> lastLayer)
    {
        Names = names;
        Shapes = shapes;
        LastLayer = lastLayer;
    }

    internal IReadOnlyList<string> Names { get; }

    /// <summary>Their axes, in the order of the names.</summary>
    internal IReadOnlyList<IReadOnlyList<long>> Shapes { get; }

    /// <summary>The parameters of the last matrix or convolution on the way to the output; empty when there is none.</summary>
    internal IReadOnlyList<string> LastLayer { get; }

    internal static ModelParameters Read(OnnxModelFile file, string output)
    {
        WorkingModel model = WorkingModel.Open(file);
        IReadOnlyList<Parameter> found = ParameterFinder.Find(model, output).Parameters;
        string[] names = [.. found.Select(parameter => parameter.Name)];
        return new ModelParameters(names, [.. found.Select(parameter => parameter.Shape)], FindLastLayer(model, output, names));
    }

    private static string[] FindLastLayer(WorkingModel model, string output, string[] names)
    {
        var view = new GraphView(model.Graph);
        var parameters = names.ToHashSet(StringComparer.Ordinal);
        var passed = new HashSet<string>(StringComparer.Ordinal) { output };
        foreach (NodeProto node in model.Graph.Node.Reverse().Where(node => node.Output.Any(passed.Contains)))
        {
            if (Layers.Contains(node.OpType) && Origins(view, node, parameters).ToArray() is { Length: > 0 } own)
            {
                IEnumerable<string> bias = model.Graph.Node
                    .Where(next => next.OpType == "Add" && next.Input.Contains(node.Output[0]))
                    .SelectMany(next => Origins(view, next, parameters));
                return [.. own.Concat(bias).Distinct(StringComparer.Ordinal)];
            }

            passed.UnionWith(node.Input.Where(input => input.Length > 0));
        }

        return [];
    }

    /// <summary>The parameters that a node reads, rearranged or not.</summary>
    private static IEnumerable<string> Origins(GraphView view, NodeProto node, HashSet<string> parameters)
    {
        foreach (string input in node.Input)
        {
            string value = input;
            while (view.Producer(value) is { OpType: "Identity" or "Transpose" or "Reshape" or "Squeeze" or "Unsqueeze" } producer)
            {
                value = producer.InputAt(0);
            }

            if (parameters.Contains(value))
            {
                yield return value;
            }
        }
    }
}
