using System.Buffers.Binary;
using System.Text;

namespace Paname.Attacks.Data;

/// <summary>A hash over typed parts, each preceded by its length so that parts cannot run into one another.</summary>
internal abstract class ContentHash
{
    internal void Add(ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        Append(length);
        Append(bytes);
    }

    internal void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    internal void Add(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        Add(bytes);
    }

    protected abstract void Append(ReadOnlySpan<byte> bytes);
}
