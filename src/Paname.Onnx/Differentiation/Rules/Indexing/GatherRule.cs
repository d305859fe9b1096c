using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Rules.Indexing;

/// <summary>What was gathered is added back where it came from, as an embedding's gradient is.</summary>
internal sealed class GatherRule : IGradientRule
{
    public string Operator => "Gather";

    public void Apply(NodeGradient node)
    {
        int axis = node.Axis(node.Node.Integer("axis", 0), node.Input(0));
        node.Give(0, One(node, axis) ?? Many(node, axis));
    }

    /// <summary>One stored index picks a contiguous piece: zeros around it.</summary>
    private static string? One(NodeGradient node, int axis)
    {
        if (node.StoredIntegers(node.Input(1)) is not [long index] || node.Rank(node.Input(1)) > 1)
        {
            return null;
        }

        GraphEditor graph = node.Graph;
        string piece = node.Rank(node.Input(1)) == 0 ? graph.Unsqueeze(node.Incoming, axis) : node.Incoming;
        string others = node.Form(node.Input(0)).Shape![axis].Size is { } size
            ? graph.Vector(size - 1)
            : graph.Sub(graph.Size(node.Input(0), axis), graph.Vector(1));
        string before = index < 0 ? graph.Add(others, graph.Vector(index + 1)) : graph.Vector(index);
        return graph.Node("Pad", [piece, graph.Concat(0, before, graph.Sub(others, before)), string.Empty, graph.Vector(axis)]);
    }

    /// <summary>With the data seen as (outer, size, inner), piece i of the gradient goes to (outer, index i, inner).</summary>
    private static string Many(NodeGradient node, int axis)
    {
        GraphEditor graph = node.Graph;
        string data = node.Input(0);
        string inner = node.Product(data, axis + 1, node.Rank(data));
        string size = node.Product(data, axis, axis + 1);
        string given = graph.Cast(node.Input(1), DataType.Int64);
        string index = graph.Where(graph.Less(given, graph.Scalar(DataType.Int64, 0)), graph.Add(given, size), given);
        string rows = graph.Mul(graph.Reshape(index, -1, 1), inner);
        if (axis > 0)
        {
            string outer = graph.Mul(node.CountTo(node.Product(data, 0, axis)), graph.Mul(size, inner));
            rows = graph.Add(graph.Reshape(outer, -1, 1, 1), rows);
        }

        return node.AddAt(node.Incoming, graph.Add(rows, node.CountTo(inner)), data);
    }
}
