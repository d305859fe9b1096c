using System.IO.Hashing;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Paname.Attacks.Data;

/// <summary>Mixes the values of records into keys of 128 bits, one per record, with XxHash128.</summary>
internal static class RecordKey
{
    internal static void MixNumbers<T>(Span<UInt128> keys, ReadOnlySpan<T> values, int width)
        where T : struct, IFloatingPoint<T>
    {
        var normal = new T[width];
        for (int i = 0; i < keys.Length; i++)
        {
            // -0 + 0 is 0.
            TensorPrimitives.Add(values.Slice(i * width, width), T.Zero, normal);
            Mix(ref keys[i], MemoryMarshal.AsBytes(normal.AsSpan()));
        }
    }

    internal static void MixBytes(Span<UInt128> keys, ReadOnlySpan<byte> values)
    {
        int width = values.Length / keys.Length;
        for (int i = 0; i < keys.Length; i++)
        {
            Mix(ref keys[i], values.Slice(i * width, width));
        }
    }

    internal static void MixTexts(Span<UInt128> keys, ReadOnlyMemory<string> texts, int width)
    {
        for (int i = 0; i < texts.Length; i++)
        {
            Mix(ref keys[i / width], MemoryMarshal.AsBytes(texts.Span[i].AsSpan()));
        }
    }

    private static void Mix(ref UInt128 key, ReadOnlySpan<byte> values)
    {
        UInt128 own = XxHash128.HashToUInt128(values);
        ReadOnlySpan<UInt128> both = [key, own];
        key = key == 0 ? own : XxHash128.HashToUInt128(MemoryMarshal.AsBytes(both));
    }
}
