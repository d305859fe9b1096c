using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs;

/// <summary>Turns the graph's declarations of values into descriptions.</summary>
internal static class ValueDescriptions
{
    /// <summary>Before IR version 4 initialisers are listed among the inputs: they are not inputs a caller gives.</summary>
    internal static IReadOnlyList<OnnxValueDescription> Inputs(GraphProto graph)
    {
        var stored = graph.Initializer.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        return [.. graph.Input.Where(input => !stored.Contains(input.Name)).Select(Describe)];
    }

    internal static IReadOnlyList<OnnxValueDescription> Outputs(GraphProto graph) => [.. graph.Output.Select(Describe)];

    /// <summary>Values of one record in all floating-point inputs together; <see langword="null"/> where an axis is open.</summary>
    internal static int? FloatWidth(IReadOnlyList<OnnxValueDescription> inputs)
    {
        long?[] axes = [.. inputs.Where(IsFloat).Select(input => input.Shape?.Skip(1).Aggregate((long?)1, (product, size) => product * size))];
        return (int?)axes.Aggregate((long?)0, (sum, width) => sum + width);
    }

    private static bool IsFloat(OnnxValueDescription value) => value.Type is "tensor(float)" or "tensor(double)" or "tensor(float16)" or "tensor(bfloat16)";

    private static OnnxValueDescription Describe(ValueInfoProto value)
    {
        TensorShapeProto? shape = value.Type?.TensorType?.Shape;
        return new OnnxValueDescription(
            value.Name,
            TypeName(value.Type),
            shape?.Dim.Select(dim => dim.HasDimValue && dim.DimValue >= 0 ? dim.DimValue : (long?)null).ToArray());
    }

    private static string TypeName(TypeProto? type) => type?.ValueCase switch
    {
        TypeProto.ValueOneofCase.TensorType => $"tensor({ElementName(type.TensorType.ElemType)})",
        TypeProto.ValueOneofCase.SequenceType => $"seq({TypeName(type.SequenceType.ElemType)})",
        TypeProto.ValueOneofCase.MapType => $"map({ElementName(type.MapType.KeyType)},{TypeName(type.MapType.ValueType)})",
        TypeProto.ValueOneofCase.OptionalType => $"optional({TypeName(type.OptionalType.ElemType)})",
        TypeProto.ValueOneofCase.SparseTensorType => $"sparse_tensor({ElementName(type.SparseTensorType.ElemType)})",
        _ => "undeclared type",
    };

    private static string ElementName(int type) => ((TensorProto.Types.DataType)type).ToString().ToLowerInvariant();
}
