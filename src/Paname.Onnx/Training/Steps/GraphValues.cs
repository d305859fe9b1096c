using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Steps;

/// <summary>Declares inputs and outputs of a graph made here.</summary>
internal static class GraphValues
{
    extension(GraphProto graph)
    {
        /// <summary>Adds an input; a negative size is one that the graph does not fix.</summary>
        internal string Feed(string name, DataType type, params IReadOnlyList<long> shape)
        {
            var axes = new TensorShapeProto();
            axes.Dim.AddRange(shape.Select(size => size < 0 ? new TensorShapeProto.Types.Dimension() : new TensorShapeProto.Types.Dimension { DimValue = size }));
            graph.Input.Add(new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = axes } } });
            return name;
        }

        /// <summary>Gives a value out under a name.</summary>
        internal void Yield(string value, string name)
        {
            graph.Node.Add(new NodeProto { OpType = "Identity", Input = { value }, Output = { name } });
            graph.Output.Add(new ValueInfoProto { Name = name });
        }
    }
}
