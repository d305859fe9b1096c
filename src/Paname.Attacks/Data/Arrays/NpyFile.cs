using System.Buffers.Binary;
using System.Text;

namespace Paname.Attacks.Data.Arrays;

/// <summary>Reads NPY files, versions 1 to 3, in C order. Objects are never read: that would run pickle.</summary>
internal static class NpyFile
{
    private const int MaxHeader = 1 << 20;
    private static readonly byte[] s_magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    internal static ArrayData Read(string path)
    {
        using ArrayStream file = ArrayStream.Open(path, gunzip: false);
        return file.Guard(() => Read(file.Stream, file.Length, file.Name));
    }

    /// <summary>Reads one array from a stream of known length.</summary>
    internal static ArrayData Read(Stream stream, long? length, string name)
    {
        Span<byte> start = stackalloc byte[8];
        int got = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (got < start.Length || !start[..6].SequenceEqual(s_magic))
        {
            throw NotNpy(start[..got], name);
        }

        if (start[6] is < 1 or > 3)
        {
            throw new PanameDataException($"{name} is an NPY file of an unknown version; versions 1 to 3 are read.");
        }

        Span<byte> size = stackalloc byte[start[6] == 1 ? 2 : 4];
        ReadAll(stream, size, name);
        uint headerLength = size.Length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (headerLength > MaxHeader)
        {
            throw new PanameDataException($"{name}: the header is longer than any array needs; the file is damaged.");
        }

        byte[] header = new byte[headerLength];
        ReadAll(stream, header, name);
        var parsed = NpyHeader.Parse(Encoding.Latin1.GetString(header), name);
        (ElementKind kind, bool bigEndian) = ElementOf(parsed.Descr, name);
        if (parsed.FortranOrder && parsed.Shape.Length > 1)
        {
            throw new PanameDataException($"{name} is in Fortran order; save numpy.ascontiguousarray(x).");
        }

        return ElementReading.Read(stream, length - start.Length - size.Length - headerLength, name, kind, bigEndian, parsed.Shape);
    }

    private static (ElementKind Kind, bool BigEndian) ElementOf(string descr, string name)
    {
        ElementKind? kind = descr.TrimStart('<', '>', '|', '=') switch
        {
            "u1" or "b1" => ElementKind.Byte,
            "i1" => ElementKind.SByte,
            "i2" => ElementKind.Int16,
            "u2" => ElementKind.UInt16,
            "i4" => ElementKind.Int32,
            "u4" => ElementKind.UInt32,
            "i8" => ElementKind.Int64,
            "f4" => ElementKind.Float32,
            "f8" => ElementKind.Float64,
            _ => null,
        };
        if (kind is { } known)
        {
            return (known, descr.StartsWith('>'));
        }

        throw descr.Contains('O', StringComparison.Ordinal)
            ? new PanameDataException($"{name} holds Python objects, which only pickle reads; pickle runs code and is never read here. Save a plain array, for example x.astype('float32').")
            : new PanameDataException($"{name} holds values of a type that is not read. Save f4, f8, i4, i8, u1 or bool, for example x.astype('float32').");
    }

    private static void ReadAll(Stream stream, Span<byte> bytes, string name)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new PanameDataException($"{name}: the file ends within its header: it is truncated. Write it anew.");
        }
    }

    private static PanameDataException NotNpy(ReadOnlySpan<byte> start, string name)
    {
        if (start.IsEmpty)
        {
            return new PanameDataException($"{name} is empty.");
        }

        if (start[0] == 0x80)
        {
            return new PanameDataException($"{name} is a pickle file; pickle runs code and is never read here. Save the array with numpy.save(path, x, allow_pickle=False).");
        }

        return start.StartsWith("PK"u8)
            ? new PanameDataException($"{name} is an NPZ archive. Read it with FromNpz, which takes the names of its arrays.")
            : new PanameDataException($"{name} is no NPY file. Save the array with numpy.save.");
    }
}
