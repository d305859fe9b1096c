using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Paname.Onnx.Training.Runs;

/// <summary>A vector of float32 at a fixed place in memory, of which the runtime is given views.</summary>
internal sealed class FlatVector : IDisposable
{
    private const int Alignment = 64;

    private readonly List<OrtValue> _views = [];

    internal FlatVector(int length)
    {
        float[] array = GC.AllocateArray<float>(length + (Alignment / sizeof(float)), pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        int skip = (int)((Alignment - (address % Alignment)) % Alignment) / sizeof(float);
        Memory = array.AsMemory(skip, length);
    }

    internal Memory<float> Memory { get; }

    internal Span<float> Span => Memory.Span;

    internal OrtValue View() => View(0, [Memory.Length]);

    /// <summary>A tensor over a part of the vector, alive as long as the vector is.</summary>
    internal OrtValue View(int offset, params long[] shape)
    {
        int length = (int)shape.Aggregate(1L, (product, size) => product * size);
        OrtValue view = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, Memory.Slice(offset, length), shape);
        _views.Add(view);
        return view;
    }

    public void Dispose()
    {
        _views.ForEach(view => view.Dispose());
        _views.Clear();
    }
}
