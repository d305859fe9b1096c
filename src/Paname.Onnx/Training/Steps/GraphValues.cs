using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Steps;

/// <summary>Declares inputs and outputs of a graph made here.</summary>
internal static class GraphValues
{
    private static void Rename(IList<string> values, string from, string to)
    {
        for (int i = values.IndexOf(from); i >= 0; i = values.IndexOf(from))
        {
            values[i] = to;
        }
    }

    extension(GraphProto graph)
    {
        /// <summary>Adds an input. A negative size is one that the graph does not fix; that of a first axis called by <paramref name="records"/> is the same wherever it stands.</summary>
        internal string Feed(string name, DataType type, IReadOnlyList<long> shape, string? records = null)
        {
            var axes = new TensorShapeProto();
            axes.Dim.AddRange(shape.Select(size => size < 0 ? new TensorShapeProto.Types.Dimension() : new TensorShapeProto.Types.Dimension { DimValue = size }));
            if (records is not null)
            {
                axes.Dim[0].DimParam = records;
            }

            graph.Input.Add(new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = axes } } });
            return name;
        }

        /// <summary>Gives the result of a node out, under a new name wherever it stands: a copy would cost a pass over it.</summary>
        internal void Yield(string value, string name)
        {
            foreach (NodeProto node in graph.Node)
            {
                Rename(node.Input, value, name);
                Rename(node.Output, value, name);
            }

            graph.Output.Add(new ValueInfoProto { Name = name });
        }
    }
}
