using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Graphs.Editing;

/// <summary>Turns Constant nodes into initialisers, so that a stored value has one form.</summary>
internal static class ConstantLifting
{
    /// <returns>The names of the new initialisers.</returns>
    internal static HashSet<string> Apply(GraphProto graph)
    {
        var lifted = new HashSet<string>(StringComparer.Ordinal);
        foreach (NodeProto node in graph.Node.Where(node => node.OpType == "Constant" && node.Domain is "" or "ai.onnx").ToArray())
        {
            if (Value(node) is { } tensor)
            {
                graph.Node.Remove(node);
                tensor.Name = node.Output[0];
                graph.Initializer.Add(tensor);
                lifted.Add(tensor.Name);
            }
        }

        return lifted;
    }

    private static TensorProto? Value(NodeProto node)
    {
        if (node.Find("value")?.T is { } tensor)
        {
            return tensor.Clone();
        }

        AttributeProto? attribute = node.Attribute.FirstOrDefault();
        return attribute?.Name switch
        {
            "value_float" => Tensors.Scalar(string.Empty, DataType.Float, attribute.F),
            "value_floats" => Tensors.Floats(string.Empty, [attribute.Floats.Count], [.. attribute.Floats]),
            "value_int" => Tensors.Scalar(string.Empty, DataType.Int64, attribute.I),
            "value_ints" => Tensors.Integers(string.Empty, [attribute.Ints.Count], [.. attribute.Ints]),
            _ => null,
        };
    }
}
