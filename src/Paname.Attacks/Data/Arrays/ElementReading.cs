using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Paname.Attacks.Data.Arrays;

/// <summary>The element types of array files.</summary>
internal enum ElementKind
{
    Byte,
    Float32,
    Float64,
    Int16,
    Int32,
    Int64,
    SByte,
    UInt16,
    UInt32,
}

/// <summary>Reads the values of an array file after its header: bytes stay bytes, integers become long, floats and doubles stay what they are.</summary>
internal static class ElementReading
{
    internal static int SizeOf(ElementKind kind) => kind switch
    {
        ElementKind.Byte or ElementKind.SByte => 1,
        ElementKind.Int16 or ElementKind.UInt16 => 2,
        ElementKind.Float32 or ElementKind.Int32 or ElementKind.UInt32 => 4,
        _ => 8,
    };

    /// <summary>Reads exactly what the header announced and requires the stream, which stands after it, to end there.
    /// The bytes available are null when not known beforehand.</summary>
    internal static ArrayData Read(Stream stream, long? available, string name, ElementKind kind, bool bigEndian, long[] shape)
    {
        int count = Count(name, shape);
        long needed = (long)count * SizeOf(kind);
        if (needed > Array.MaxLength)
        {
            throw new PanameDataException($"{name}: the header announces more values than one array can hold. Audit a random sample of the records.");
        }

        if (available is { } left && left != needed)
        {
            throw WrongLength(name, needed, left < needed);
        }

        byte[] bytes = ReadBytes(stream, (int)needed, name);
        int[] sizes = [.. shape.Select(size => (int)size)];
        return kind switch
        {
            ElementKind.Byte => new ArrayData<byte>(name, sizes, bytes),
            ElementKind.Float32 => new ArrayData<float>(name, sizes, Convert(bytes, count, bigEndian, BinaryPrimitives.ReadSingleLittleEndian, BinaryPrimitives.ReadSingleBigEndian)),
            ElementKind.Float64 => new ArrayData<double>(name, sizes, Convert(bytes, count, bigEndian, BinaryPrimitives.ReadDoubleLittleEndian, BinaryPrimitives.ReadDoubleBigEndian)),
            ElementKind.Int16 => new ArrayData<long>(name, sizes, Convert<long>(bytes, count, bigEndian, b => BinaryPrimitives.ReadInt16LittleEndian(b), b => BinaryPrimitives.ReadInt16BigEndian(b))),
            ElementKind.UInt16 => new ArrayData<long>(name, sizes, Convert<long>(bytes, count, bigEndian, b => BinaryPrimitives.ReadUInt16LittleEndian(b), b => BinaryPrimitives.ReadUInt16BigEndian(b))),
            ElementKind.Int32 => new ArrayData<long>(name, sizes, Convert<long>(bytes, count, bigEndian, b => BinaryPrimitives.ReadInt32LittleEndian(b), b => BinaryPrimitives.ReadInt32BigEndian(b))),
            ElementKind.UInt32 => new ArrayData<long>(name, sizes, Convert<long>(bytes, count, bigEndian, b => BinaryPrimitives.ReadUInt32LittleEndian(b), b => BinaryPrimitives.ReadUInt32BigEndian(b))),
            ElementKind.SByte => new ArrayData<long>(name, sizes, Convert<long>(bytes, count, bigEndian, b => (sbyte)b[0], b => (sbyte)b[0])),
            _ => new ArrayData<long>(name, sizes, Convert(bytes, count, bigEndian, BinaryPrimitives.ReadInt64LittleEndian, BinaryPrimitives.ReadInt64BigEndian)),
        };
    }

    private static int Count(string name, long[] shape)
    {
        long count = 1;
        foreach (long size in shape)
        {
            if (size < 0 || size > Array.MaxLength || (count *= size) > Array.MaxLength)
            {
                throw new PanameDataException($"{name}: the header announces a shape that is negative or larger than one array can hold.");
            }
        }

        return (int)count;
    }

    private static byte[] ReadBytes(Stream stream, int needed, string name)
    {
        // Grows as data arrives, so that a header that lies cannot claim memory; one byte too many is asked for on purpose.
        using var buffer = new MemoryStream(Math.Min(needed, 1 << 20));
        byte[] block = new byte[1 << 16];
        while (buffer.Length <= needed)
        {
            int read = stream.Read(block, 0, (int)Math.Min(block.Length, needed - buffer.Length + 1));
            if (read == 0)
            {
                break;
            }

            buffer.Write(block, 0, read);
        }

        return buffer.Length == needed ? buffer.ToArray() : throw WrongLength(name, needed, buffer.Length < needed);
    }

    private static PanameDataException WrongLength(string name, long needed, bool tooShort)
        => new(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: the header announces {needed} bytes of values and the file holds {(tooShort ? "fewer: it is truncated" : "more")}. Write it anew."));

    private delegate T Decode<T>(ReadOnlySpan<byte> bytes);

    private static T[] Convert<T>(byte[] bytes, int count, bool bigEndian, Decode<T> little, Decode<T> big)
        where T : struct
    {
        int size = count == 0 ? 1 : bytes.Length / count;
        if (!bigEndian && BitConverter.IsLittleEndian && size == Marshal.SizeOf<T>())
        {
            return MemoryMarshal.Cast<byte, T>(bytes).ToArray();
        }

        var values = new T[count];
        Decode<T> decode = bigEndian ? big : little;
        for (int i = 0; i < count; i++)
        {
            values[i] = decode(bytes.AsSpan(i * size, size));
        }

        return values;
    }
}
