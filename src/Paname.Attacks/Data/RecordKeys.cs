using System.IO.Hashing;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Paname.Attacks.Data;

/// <summary>Keys of 128 bits for each record of a side, by XxHash128 in one pass over the values. That values of equal keys are equal is for the caller to confirm.</summary>
internal sealed class RecordKeys
{
    private RecordKeys(int count)
    {
        Exact = new UInt128[count];
        Comparable = new UInt128[count];
    }

    /// <summary>Of the values bit by bit.</summary>
    internal UInt128[] Exact { get; }

    /// <summary>Equal for equal values: -0 equals 0.</summary>
    internal UInt128[] Comparable { get; }

    internal static RecordKeys Of(Records records)
    {
        var keys = new RecordKeys(records.Count);
        foreach (RecordField field in records.Fields)
        {
            field.MixInto(keys);
        }

        return keys;
    }

    internal void MixNumbers<T, TBits>(ReadOnlySpan<T> values, int width, TBits negativeZero)
        where T : struct, IFloatingPoint<T>
        where TBits : struct, IBinaryInteger<TBits>
    {
        var normal = new T[width];
        for (int i = 0; i < Exact.Length; i++)
        {
            ReadOnlySpan<T> record = values.Slice(i * width, width);
            UInt128 exact = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(record));
            UInt128 comparable = exact;
            if (MemoryMarshal.Cast<T, TBits>(record).Contains(negativeZero))
            {
                // -0 + 0 is 0.
                TensorPrimitives.Add(record, T.Zero, normal);
                comparable = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(normal.AsSpan()));
            }

            Mix(i, exact, comparable);
        }
    }

    internal void MixBytes(ReadOnlySpan<byte> values)
    {
        int width = values.Length / Exact.Length;
        for (int i = 0; i < Exact.Length; i++)
        {
            UInt128 own = XxHash128.HashToUInt128(values.Slice(i * width, width));
            Mix(i, own, own);
        }
    }

    internal void MixTexts(ReadOnlyMemory<string> texts, int width)
    {
        for (int i = 0; i < texts.Length; i++)
        {
            UInt128 own = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(texts.Span[i].AsSpan()));
            Mix(i / width, own, own);
        }
    }

    private void Mix(int record, UInt128 exact, UInt128 comparable)
    {
        Exact[record] = Mix(Exact[record], exact);
        Comparable[record] = Mix(Comparable[record], comparable);
    }

    private static UInt128 Mix(UInt128 before, UInt128 own)
    {
        if (before == 0)
        {
            return own;
        }

        ReadOnlySpan<UInt128> both = [before, own];
        return XxHash128.HashToUInt128(MemoryMarshal.AsBytes(both));
    }
}
