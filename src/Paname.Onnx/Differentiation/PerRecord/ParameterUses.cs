using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Differentiation.PerRecord;

/// <summary>Finds where a parameter is used.</summary>
internal sealed class ParameterUses
{
    private readonly ILookup<string, (NodeProto Node, int Input)> _readers;
    private readonly RecordLayouts _layouts;

    internal ParameterUses(GraphProto graph, RecordLayouts layouts)
    {
        _layouts = layouts;
        _readers = graph.Node
            .SelectMany(node => node.Input.Select((name, index) => (Name: name, Node: node, Index: index)))
            .ToLookup(use => use.Name, use => (use.Node, use.Index), StringComparer.Ordinal);
    }

    /// <summary>The parameter's use, or <see langword="null"/> when it has several: their gradients add up before the norm is taken.</summary>
    internal ParameterUse? Of(string parameter)
    {
        string value = parameter;
        string? rows = null;
        while (_readers[value].ToArray() is [var (node, input)])
        {
            switch (node.OpType)
            {
                case "Identity" or "Transpose" or "Reshape" or "Squeeze" or "Unsqueeze" when input == 0 && rows is null:
                    break;
                case "Gather" when input == 0 && rows is null && value == parameter && node.Integer("axis", 0) == 0 && _layouts.Of(node.InputAt(1)) == RecordLayout.Shared:
                    rows = node.InputAt(1);
                    break;
                default:
                    return new ParameterUse(node, input, rows);
            }

            value = node.Output[0];
        }

        return null;
    }
}
