using System.Globalization;
using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Graphs.Editing;

/// <content>Inputs and outputs of the graph.</content>
internal sealed partial class GraphEditor
{
    /// <summary>Adds an input under a fresh name.</summary>
    /// <param name="stem">Says what it is for.</param>
    /// <param name="type">Its element type.</param>
    /// <param name="axes">For each axis a size, or a symbol for one that varies.</param>
    internal string Input(string stem, DataType type, params IReadOnlyList<string> axes)
    {
        var shape = new TensorShapeProto();
        shape.Dim.AddRange(axes.Select(axis => long.TryParse(axis, NumberStyles.None, CultureInfo.InvariantCulture, out long size)
            ? new TensorShapeProto.Types.Dimension { DimValue = size }
            : new TensorShapeProto.Types.Dimension { DimParam = axis }));
        string name = Fresh(stem);
        Graph.Input.Add(new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } } });
        return name;
    }

    /// <summary>Makes a value an output; its form is inferred. A value that is one already stays one.</summary>
    internal void Output(string name)
    {
        if (Graph.Output.All(output => output.Name != name))
        {
            Graph.Output.Add(new ValueInfoProto { Name = name });
        }
    }
}
