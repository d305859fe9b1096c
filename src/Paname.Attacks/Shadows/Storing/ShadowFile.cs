using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Paname.Attacks.Shadows;

/// <summary>The bytes of a kept model: what it is, the key it is kept under, its length, the model, and SHA-256 of all of that.</summary>
internal static class ShadowFile
{
    private static readonly byte[] Magic = "paname-shadow/1\n"u8.ToArray();

    internal static void Write(Stream stream, string key, ReadOnlySpan<byte> payload)
    {
        byte[] header = Header(key, payload.Length);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        hash.AppendData(payload);
        stream.Write(header);
        stream.Write(payload);
        stream.Write(hash.GetHashAndReset());
    }

    /// <summary>The model, or <see langword="null"/> when any byte is not as it was written.</summary>
    internal static byte[]? Payload(ReadOnlySpan<byte> file, string key)
    {
        int length = file.Length - Header(key, 0).Length - SHA256.HashSizeInBytes;
        if (length < 0)
        {
            return null;
        }

        byte[] header = Header(key, length);
        return file.StartsWith(header) && SHA256.HashData(file[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(file[^SHA256.HashSizeInBytes..])
            ? file[header.Length..^SHA256.HashSizeInBytes].ToArray()
            : null;
    }

    private static byte[] Header(string key, int length)
    {
        byte[] size = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(size, length);
        return [.. Magic, .. Encoding.ASCII.GetBytes(key), .. size];
    }
}
