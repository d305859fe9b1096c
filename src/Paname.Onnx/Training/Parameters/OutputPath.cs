using Paname.Onnx.Differentiation;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Training.Parameters;

/// <summary>The part of a graph through which a gradient of the output can flow: floating-point values that it is computed from.</summary>
internal sealed class OutputPath
{
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);

    internal OutputPath(WorkingModel model, string output)
    {
        if (model.Graph.Output.All(value => value.Name != output))
        {
            throw ParameterErrors.NoSuchOutput(model.Name, output, model.Graph.Output.Select(value => value.Name));
        }

        if (model.Form(output) is { IsFloating: false })
        {
            throw ParameterErrors.NotFloating(model.Name, output);
        }

        _values.Add(output);
        var nodes = new List<NodeProto>();
        foreach (NodeProto node in model.Graph.Node.Reverse().Where(node => node.Output.Any(_values.Contains) && !RuleBook.IsConstant(node)))
        {
            if (node.OpType is "If" or "Loop" or "Scan")
            {
                throw GradientErrors.NoRule(model.Name, node);
            }

            nodes.Add(node);
            _values.UnionWith(node.Input.Where(input => input.Length > 0 && model.Form(input) is not { IsFloating: false }));
        }

        nodes.Reverse();
        Nodes = nodes;
    }

    /// <summary>The nodes on the way, in the order they are computed.</summary>
    internal IReadOnlyList<NodeProto> Nodes { get; }

    internal bool Contains(string value) => _values.Contains(value);
}
