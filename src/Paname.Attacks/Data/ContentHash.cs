using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Paname.Attacks.Data;

/// <summary>SHA-256 over typed parts, each preceded by its length so that parts cannot run into one another.</summary>
internal sealed class ContentHash : IDisposable
{
    /// <summary>Bytes of a digest.</summary>
    internal const int Size = SHA256.HashSizeInBytes;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    internal void Add(ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        _hash.AppendData(length);
        _hash.AppendData(bytes);
    }

    internal void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    internal void Add(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        Add(bytes);
    }

    /// <summary>The digest in lower-case hexadecimal; the hash starts anew.</summary>
    internal string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <summary>Writes the digest; the hash starts anew.</summary>
    internal void Finish(Span<byte> digest) => _hash.GetHashAndReset(digest);

    public void Dispose() => _hash.Dispose();
}
