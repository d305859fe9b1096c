using System.IO.Compression;
using System.Text;

namespace Paname.Attacks.Tests.Data;

/// <summary>Files of one test, deleted after it.</summary>
internal sealed class TempFiles : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("paname-tests-").FullName;

    internal string Text(string name, string content) => Bytes(name, Encoding.UTF8.GetBytes(content));

    internal string Bytes(string name, byte[] content)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    internal string Zip(string name, CompressionLevel level, params (string Entry, byte[] Content)[] entries)
    {
        string path = Path.Combine(Folder, name);
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string entry, byte[] content) in entries)
        {
            using Stream stream = archive.CreateEntry(entry, level).Open();
            stream.Write(content);
        }

        return path;
    }

    internal static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
