using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Graphs.Editing;

/// <summary>Copies a model without the values of its weights, for the inference of shapes: only small and whole numbers decide on those.</summary>
internal static class WeightlessCopy
{
    private const int LargestKept = 1024;

    /// <returns>A model in which large floating-point tensors are inputs. It shares its nodes and tensors with the given one: they must not be changed.</returns>
    internal static ModelProto Of(ModelProto model)
    {
        var graph = new GraphProto { Name = model.Graph.Name };
        graph.Node.AddRange(model.Graph.Node);
        graph.Input.AddRange(model.Graph.Input);
        graph.Output.AddRange(model.Graph.Output);
        graph.ValueInfo.AddRange(model.Graph.ValueInfo);
        graph.SparseInitializer.AddRange(model.Graph.SparseInitializer);
        foreach (TensorProto tensor in model.Graph.Initializer)
        {
            if (IsLargeWeight(tensor))
            {
                graph.Input.Add(Declared(tensor));
            }
            else
            {
                graph.Initializer.Add(tensor);
            }
        }

        var copy = new ModelProto { IrVersion = model.IrVersion, Graph = graph };
        copy.OpsetImport.AddRange(model.OpsetImport);
        copy.Functions.AddRange(model.Functions);
        return copy;
    }

    private static bool IsLargeWeight(TensorProto tensor)
        => (DataType)tensor.DataType is DataType.Float or DataType.Double or DataType.Float16 or DataType.Bfloat16
            && tensor.Dims.Aggregate(1L, (product, size) => product * size) > LargestKept;

    private static ValueInfoProto Declared(TensorProto tensor)
    {
        var shape = new TensorShapeProto();
        shape.Dim.AddRange(tensor.Dims.Select(size => new TensorShapeProto.Types.Dimension { DimValue = size }));
        return new() { Name = tensor.Name, Type = new() { TensorType = new() { ElemType = tensor.DataType, Shape = shape } } };
    }
}
