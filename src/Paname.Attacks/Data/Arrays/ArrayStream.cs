using System.IO.Compression;

namespace Paname.Attacks.Data.Arrays;

/// <summary>A binary file opened for reading, unpacked if it is gzip.</summary>
internal sealed class ArrayStream : IDisposable
{
    private readonly FileStream _file;

    private ArrayStream(FileStream file, string name, bool gunzip)
    {
        _file = file;
        Name = name;
        Stream = gunzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        Length = gunzip ? null : file.Length;
    }

    /// <summary>The file's name, for messages.</summary>
    internal string Name { get; }

    internal Stream Stream { get; }

    /// <summary>The length of <see cref="Stream"/>, null if it is unpacked on the way.</summary>
    internal long? Length { get; }

    internal static ArrayStream Open(string path, bool gunzip)
    {
        string full = ProjectPath.Resolve(path);
        string name = Path.GetFileName(full);
        FileStream? file = null;
        try
        {
            file = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read);
            bool packed = gunzip && file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
            file.Position = 0;
            return new ArrayStream(file, name, packed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new PanameDataException($"{name} cannot be opened for reading ({e.GetType().Name}).");
        }
    }

    internal T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new PanameDataException($"{Name} cannot be read: it is damaged or truncated ({e.GetType().Name}). Write it anew.");
        }
    }

    public void Dispose()
    {
        Stream.Dispose();
        _file.Dispose();
    }
}
