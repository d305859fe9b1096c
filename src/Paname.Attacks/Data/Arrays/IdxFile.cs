using System.Buffers.Binary;

namespace Paname.Attacks.Data.Arrays;

/// <summary>Reads IDX files, the format of MNIST, plain or gzip.</summary>
internal static class IdxFile
{
    internal static ArrayData Read(string path)
    {
        using ArrayStream file = ArrayStream.Open(path, gunzip: true);
        return file.Guard(() => Read(file.Stream, file.Length, file.Name));
    }

    private static ArrayData Read(Stream stream, long? length, string name)
    {
        Span<byte> magic = stackalloc byte[4];
        if (stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false) < 4 || magic[0] != 0 || magic[1] != 0 || magic[3] == 0)
        {
            throw new PanameDataException($"{name} is no IDX file: its first four bytes are not those of one.");
        }

        ElementKind kind = magic[2] switch
        {
            0x08 => ElementKind.Byte,
            0x09 => ElementKind.SByte,
            0x0B => ElementKind.Int16,
            0x0C => ElementKind.Int32,
            0x0D => ElementKind.Float32,
            0x0E => ElementKind.Float64,
            _ => throw new PanameDataException($"{name} is no IDX file: its type of values is unknown."),
        };
        byte[] sizes = new byte[4 * magic[3]];
        if (stream.ReadAtLeast(sizes, sizes.Length, throwOnEndOfStream: false) < sizes.Length)
        {
            throw new PanameDataException($"{name}: the file ends within its header: it is truncated. Write it anew.");
        }

        var shape = new long[magic[3]];
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = BinaryPrimitives.ReadInt32BigEndian(sizes.AsSpan(4 * i));
        }

        return ElementReading.Read(stream, length - 4 - sizes.Length, name, kind, bigEndian: true, shape);
    }
}
