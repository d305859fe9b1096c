using System.Buffers.Binary;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs;

/// <summary>Reads single numbers stored in a model.</summary>
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
}
