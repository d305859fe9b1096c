using System.Buffers.Binary;
using System.Globalization;

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

        var source = new ElementSource(stream, name, count, (int)needed, bigEndian, SizeIsKnown: available is not null);
        int[] sizes = [.. shape.Select(size => (int)size)];
        return kind switch
        {
            ElementKind.Byte => new ArrayData<byte>(name, sizes, source.Read(bytes => bytes[0], bytes => bytes[0])),
            ElementKind.Float32 => new ArrayData<float>(name, sizes, source.Read(BinaryPrimitives.ReadSingleLittleEndian, BinaryPrimitives.ReadSingleBigEndian)),
            ElementKind.Float64 => new ArrayData<double>(name, sizes, source.Read(BinaryPrimitives.ReadDoubleLittleEndian, BinaryPrimitives.ReadDoubleBigEndian)),
            ElementKind.Int16 => new ArrayData<long>(name, sizes, source.Read<long>(b => BinaryPrimitives.ReadInt16LittleEndian(b), b => BinaryPrimitives.ReadInt16BigEndian(b))),
            ElementKind.UInt16 => new ArrayData<long>(name, sizes, source.Read<long>(b => BinaryPrimitives.ReadUInt16LittleEndian(b), b => BinaryPrimitives.ReadUInt16BigEndian(b))),
            ElementKind.Int32 => new ArrayData<long>(name, sizes, source.Read<long>(b => BinaryPrimitives.ReadInt32LittleEndian(b), b => BinaryPrimitives.ReadInt32BigEndian(b))),
            ElementKind.UInt32 => new ArrayData<long>(name, sizes, source.Read<long>(b => BinaryPrimitives.ReadUInt32LittleEndian(b), b => BinaryPrimitives.ReadUInt32BigEndian(b))),
            ElementKind.SByte => new ArrayData<long>(name, sizes, source.Read<long>(b => (sbyte)b[0], b => (sbyte)b[0])),
            _ => new ArrayData<long>(name, sizes, source.Read(BinaryPrimitives.ReadInt64LittleEndian, BinaryPrimitives.ReadInt64BigEndian)),
        };
    }

    internal static PanameDataException WrongLength(string name, long needed, bool tooShort)
        => new(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: the header announces {needed} bytes of values and the file holds {(tooShort ? "fewer: it is truncated" : "more")}. Write it anew."));

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
}
