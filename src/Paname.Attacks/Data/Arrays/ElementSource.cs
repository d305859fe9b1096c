using System.Runtime.InteropServices;

namespace Paname.Attacks.Data.Arrays;

/// <summary>Decodes one value.</summary>
internal delegate T DecodeElement<T>(ReadOnlySpan<byte> bytes);

/// <summary>The values of an array file on their way from the stream to an array.</summary>
internal sealed record ElementSource(Stream Stream, string Name, int Count, int Bytes, bool BigEndian, bool SizeIsKnown)
{
    internal T[] Read<T>(DecodeElement<T> little, DecodeElement<T> big)
        where T : struct
    {
        int size = Count == 0 ? Marshal.SizeOf<T>() : Bytes / Count;
        bool asIs = size == Marshal.SizeOf<T>() && (size == 1 || (!BigEndian && BitConverter.IsLittleEndian));
        if (asIs && SizeIsKnown)
        {
            T[] direct = GC.AllocateUninitializedArray<T>(Count);
            Fill(MemoryMarshal.AsBytes(direct.AsSpan()));
            return direct;
        }

        byte[] bytes = SizeIsKnown ? new byte[Bytes] : Grow();
        if (SizeIsKnown)
        {
            Fill(bytes);
        }

        var values = new T[Count];
        DecodeElement<T> decode = BigEndian ? big : little;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = decode(bytes.AsSpan(i * size, size));
        }

        return values;
    }

    private void Fill(Span<byte> bytes)
    {
        if (Stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw ElementReading.WrongLength(Name, Bytes, tooShort: true);
        }
    }

    /// <summary>Grows as data arrives, so that a header that lies cannot claim memory; one byte too many is asked for on purpose.</summary>
    private byte[] Grow()
    {
        using var buffer = new MemoryStream(Math.Min(Bytes, 1 << 20));
        byte[] block = new byte[1 << 16];
        while (buffer.Length <= Bytes)
        {
            int read = Stream.Read(block, 0, (int)Math.Min(block.Length, Bytes - buffer.Length + 1));
            if (read == 0)
            {
                break;
            }

            buffer.Write(block, 0, read);
        }

        return buffer.Length == Bytes ? buffer.ToArray() : throw ElementReading.WrongLength(Name, Bytes, buffer.Length < Bytes);
    }
}
