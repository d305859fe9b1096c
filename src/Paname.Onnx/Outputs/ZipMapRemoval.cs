using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Outputs;

/// <summary>Replaces an output of maps by the tensor the maps are made from: a map per record costs many times the inference of a small model.</summary>
internal static class ZipMapRemoval
{
    /// <summary>Edits the graph in place.</summary>
    /// <returns>The choice with the name of the tensor.</returns>
    internal static OutputChoice Apply(GraphProto graph, OutputChoice choice, NodeProto zipMap)
    {
        string tensor = zipMap.InputAt(0);
        ValueInfoProto output = graph.Output.First(value => value.Name == choice.Name);
        if (graph.Output.Any(value => value.Name == tensor))
        {
            graph.Output.Remove(output);
        }
        else
        {
            output.Name = tensor;
            output.Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float } };
        }

        // A copy between the ZipMap and the output would now lack its input.
        var gone = new HashSet<string>(zipMap.Output, StringComparer.Ordinal);
        graph.Node.Remove(zipMap);
        foreach (NodeProto node in graph.Node.ToArray())
        {
            if (node.Input.Any(gone.Contains))
            {
                gone.UnionWith(node.Output);
                graph.Node.Remove(node);
            }
        }

        return choice with { Name = tensor };
    }
}
