using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs;

/// <summary>Answers by name what a graph's values are made of.</summary>
internal sealed class GraphView
{
    private readonly Dictionary<string, NodeProto> _producers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TensorProto> _initializers = new(StringComparer.Ordinal);

    internal GraphView(GraphProto graph)
    {
        Graph = graph;
        foreach (NodeProto node in graph.Node)
        {
            foreach (string output in node.Output.Where(output => output.Length > 0))
            {
                _producers.TryAdd(output, node);
            }
        }

        foreach (TensorProto tensor in graph.Initializer)
        {
            _initializers.TryAdd(tensor.Name, tensor);
        }
    }

    internal GraphProto Graph { get; }

    /// <summary>The node that writes a value; <see langword="null"/> for an input or an initialiser.</summary>
    internal NodeProto? Producer(string value) => _producers.GetValueOrDefault(value);

    /// <summary>Whether a value is stored in the model: an initialiser or the result of a Constant node.</summary>
    internal bool IsConstant(string value)
        => _initializers.ContainsKey(value)
            || Graph.SparseInitializer.Any(sparse => sparse.Values?.Name == value)
            || Producer(value) is { OpType: "Constant" };

    /// <summary>The stored tensor a value stands for, or <see langword="null"/>.</summary>
    internal TensorProto? Constant(string value)
        => _initializers.GetValueOrDefault(value)
            ?? (Producer(value) is { OpType: "Constant" } node ? node.Attribute.FirstOrDefault(attribute => attribute.Name == "value")?.T : null);
}
