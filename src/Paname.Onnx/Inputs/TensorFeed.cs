using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;

namespace Paname.Onnx.Inputs;

/// <summary>Feeds numbers: in place where type and order agree, else through one buffer.</summary>
internal sealed class TensorFeed<T>(ValueSource<T> source, long[] recordShape) : InputFeed
    where T : unmanaged
{
    private readonly long[] _shape = [0, .. recordShape];
    private readonly int _width = (int)recordShape.Aggregate(1L, (product, size) => product * size);
    private T[]? _buffer;

    internal override OrtValue Create(RecordBatch chunk, int rows)
    {
        _shape[0] = rows;
        if (rows == chunk.Count && source.TryView(chunk, out ReadOnlyMemory<T> values))
        {
            // The runtime only reads its inputs.
            return OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, MemoryMarshal.AsMemory(values), _shape);
        }

        int length = checked(rows * _width);
        if (_buffer is null || _buffer.Length < length)
        {
            Return();
            _buffer = ArrayPool<T>.Shared.Rent(length);
        }

        Span<T> target = _buffer.AsSpan(0, length);
        int filled = chunk.Count * _width;
        source.Fill(chunk, target[..filled]);
        for (int at = filled; at < length; at += _width)
        {
            target.Slice(filled - _width, _width).CopyTo(target[at..]);
        }

        return OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, _buffer.AsMemory(0, length), _shape);
    }

    public override void Dispose() => Return();

    private void Return()
    {
        if (_buffer is not null)
        {
            // Records do not linger in a shared pool.
            ArrayPool<T>.Shared.Return(_buffer, clearArray: true);
            _buffer = null;
        }
    }
}
