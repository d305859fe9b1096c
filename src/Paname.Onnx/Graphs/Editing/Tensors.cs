using System.Runtime.InteropServices;
using Google.Protobuf;
using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Graphs.Editing;

/// <summary>Makes stored tensors.</summary>
internal static class Tensors
{
    internal static TensorProto Floats(string name, IReadOnlyList<long> shape, ReadOnlySpan<float> values) => Raw(name, DataType.Float, shape, MemoryMarshal.AsBytes(values));

    internal static TensorProto Integers(string name, IReadOnlyList<long> shape, ReadOnlySpan<long> values) => Raw(name, DataType.Int64, shape, MemoryMarshal.AsBytes(values));

    /// <summary>A tensor without axes of a floating-point or integer type.</summary>
    internal static TensorProto Scalar(string name, DataType type, double value)
    {
        byte[] bytes = type switch
        {
            DataType.Float => BitConverter.GetBytes((float)value),
            DataType.Double => BitConverter.GetBytes(value),
            DataType.Float16 => BitConverter.GetBytes((Half)value),
            DataType.Int64 => BitConverter.GetBytes((long)value),
            DataType.Int32 => BitConverter.GetBytes((int)value),
            DataType.Bool => [value != 0 ? (byte)1 : (byte)0],
            _ => throw new NotSupportedException($"No constant of type {type} is made here."),
        };
        return Raw(name, type, [], bytes);
    }

    private static TensorProto Raw(string name, DataType type, IReadOnlyList<long> shape, ReadOnlySpan<byte> bytes)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Models are edited on little-endian machines only.");
        }

        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
        tensor.Dims.AddRange(shape);
        return tensor;
    }
}
