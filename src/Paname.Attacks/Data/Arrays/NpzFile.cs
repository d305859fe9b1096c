using System.IO.Compression;

namespace Paname.Attacks.Data.Arrays;

/// <summary>Reads named arrays from an NPZ archive, stored or deflated.</summary>
internal sealed class NpzFile : IDisposable
{
    private readonly ArrayStream _file;
    private readonly ZipArchive _archive;

    internal NpzFile(string path)
    {
        _file = ArrayStream.Open(path, gunzip: false);
        try
        {
            _archive = _file.Guard(() => new ZipArchive(_file.Stream, ZipArchiveMode.Read));
        }
        catch (PanameDataException)
        {
            _file.Dispose();
            throw new PanameDataException($"{_file.Name} is no NPZ archive, or is truncated. Save the arrays with numpy.savez; a single array of an NPY file is read by FromNpy.");
        }
    }

    internal ArrayData Read(string array)
    {
        ArgumentException.ThrowIfNullOrEmpty(array);
        return _file.Guard(() =>
        {
            ZipArchiveEntry? entry = _archive.GetEntry(array + ".npy") ?? _archive.GetEntry(array);
            if (entry is null)
            {
                string names = string.Join(", ", _archive.Entries.Select(e => Path.GetFileNameWithoutExtension(e.FullName)).Order(StringComparer.Ordinal));
                throw new PanameDataException($"{_file.Name} has no array '{array}'. It has: {names}.");
            }

            using Stream stream = entry.Open();
            return NpyFile.Read(stream, null, $"{_file.Name}[{array}]");
        });
    }

    public void Dispose()
    {
        _archive.Dispose();
        _file.Dispose();
    }
}
