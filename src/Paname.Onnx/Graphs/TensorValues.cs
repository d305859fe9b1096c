using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs;

/// <summary>Reads numbers stored in a model.</summary>
internal static class TensorValues
{
    /// <summary>The value of a stored tensor of one floating-point element, or <see langword="null"/> when it is no such tensor.</summary>
    internal static double? Scalar(TensorProto tensor)
    {
        if (tensor.Dims.Aggregate(1L, (product, size) => product * size) != 1 || tensor.DataLocation == TensorProto.Types.DataLocation.External)
        {
            return null;
        }

        ReadOnlySpan<byte> raw = tensor.RawData.Span;
        return (TensorProto.Types.DataType)tensor.DataType switch
        {
            TensorProto.Types.DataType.Float when raw.Length == sizeof(float) => BinaryPrimitives.ReadSingleLittleEndian(raw),
            TensorProto.Types.DataType.Float when tensor.FloatData.Count == 1 => tensor.FloatData[0],
            TensorProto.Types.DataType.Double when raw.Length == sizeof(double) => BinaryPrimitives.ReadDoubleLittleEndian(raw),
            TensorProto.Types.DataType.Double when tensor.DoubleData.Count == 1 => tensor.DoubleData[0],
            _ => null,
        };
    }

    /// <summary>The value of a stored tensor of one element of a floating-point, integer or Boolean type, or <see langword="null"/> when it is no such tensor.</summary>
    internal static double? Number(TensorProto tensor) => Scalar(tensor) ?? (Integers(tensor) is [var single] ? single : null);

    /// <summary>The values of a stored tensor of an integer or Boolean type, row-major, or <see langword="null"/> when it is no such tensor.</summary>
    internal static long[]? Integers(TensorProto tensor)
    {
        if (tensor.DataLocation == TensorProto.Types.DataLocation.External)
        {
            return null;
        }

        ReadOnlySpan<byte> raw = tensor.RawData.Span;
        return (TensorProto.Types.DataType)tensor.DataType switch
        {
            TensorProto.Types.DataType.Int64 when raw.IsEmpty => [.. tensor.Int64Data],
            TensorProto.Types.DataType.Int64 => MemoryMarshal.Cast<byte, long>(raw).ToArray(),
            TensorProto.Types.DataType.Int32 when raw.IsEmpty => [.. tensor.Int32Data],
            TensorProto.Types.DataType.Int32 => Array.ConvertAll(MemoryMarshal.Cast<byte, int>(raw).ToArray(), value => (long)value),
            TensorProto.Types.DataType.Bool when raw.IsEmpty => [.. tensor.Int32Data],
            TensorProto.Types.DataType.Bool => Array.ConvertAll(raw.ToArray(), value => (long)value),
            _ => null,
        };
    }

    /// <summary>The values of a stored tensor of 32-bit floating-point numbers, row-major, or <see langword="null"/> when it is no such tensor.</summary>
    internal static float[]? Floats(TensorProto tensor)
        => (TensorProto.Types.DataType)tensor.DataType != TensorProto.Types.DataType.Float || tensor.DataLocation == TensorProto.Types.DataLocation.External
            ? null
            : tensor.RawData.Length > 0 ? MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray() : [.. tensor.FloatData];
}
