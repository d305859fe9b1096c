using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Paname.Onnx.Tests.Support;

/// <summary>Makes and reads the runtime's values as doubles.</summary>
internal static class OrtValues
{
    internal static OrtValue Make(TensorElementType type, long[] shape, double[] values) => type switch
    {
        TensorElementType.Float => Filled(type, shape, values.Select(value => (float)value).ToArray()),
        TensorElementType.Double => Filled(type, shape, values),
        TensorElementType.Int64 => Filled(type, shape, values.Select(value => (long)value).ToArray()),
        TensorElementType.Int32 => Filled(type, shape, values.Select(value => (int)value).ToArray()),
        TensorElementType.Bool => Filled(type, shape, values.Select(value => value != 0).ToArray()),
        _ => throw new NotSupportedException(type.ToString()),
    };

    internal static double[] Read(OrtValue value) => value.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.Float => [.. value.GetTensorDataAsSpan<float>().ToArray().Select(number => (double)number)],
        TensorElementType.Double => value.GetTensorDataAsSpan<double>().ToArray(),
        TensorElementType.Int64 => [.. value.GetTensorDataAsSpan<long>().ToArray().Select(number => (double)number)],
        TensorElementType.Bool => [.. value.GetTensorDataAsSpan<bool>().ToArray().Select(flag => flag ? 1.0 : 0.0)],
        var other => throw new NotSupportedException(other.ToString()),
    };

    private static OrtValue Filled<T>(TensorElementType type, long[] shape, T[] values)
        where T : unmanaged
    {
        OrtValue value = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, type, shape);
        values.CopyTo(value.GetTensorMutableDataAsSpan<T>());
        return value;
    }
}
