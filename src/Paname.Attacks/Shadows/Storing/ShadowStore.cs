namespace Paname.Attacks.Shadows;

/// <summary>Keeps trained models on disk, a file for each, under a key of all that decides it. Any number of processes may use a folder at once, and any of them may be killed.</summary>
/// <remarks>
/// No locks: a file is written under a name of its own and then moved into place, so it is there whole or not at all, and of two writers either leaves the same model.
/// A failing disk costs time, not the audit: what cannot be kept is trained again.
/// </remarks>
internal sealed class ShadowStore
{
    private const string Extension = ".shadow";
    private const string Temporary = ".tmp";
    private const UnixFileMode UserFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    internal static readonly TimeSpan AgeOfTemporary = TimeSpan.FromDays(1);
    internal static readonly TimeSpan AgeOfUnused = TimeSpan.FromDays(30);

    private readonly string _folder;
    private readonly TimeProvider _time;

    private ShadowStore(string folder, TimeProvider time)
    {
        _folder = folder;
        _time = time;
    }

    /// <summary>A clause on what could not be kept, or <see langword="null"/>.</summary>
    internal string? Trouble { get; private set; }

    /// <summary>Opens a folder, or the default one; <see langword="null"/> when the environment turns keeping off or names no place.</summary>
    internal static ShadowStore? Open(string? folder, TimeProvider time)
    {
        if ((folder ?? CacheFolders.Default()) is not { } place)
        {
            return null;
        }

        var store = new ShadowStore(Path.GetFullPath(place), time);
        store.Try(store.Prepare);
        return store;
    }

    internal bool Contains(string key) => File.Exists(PathOf(key));

    /// <summary>The model's bytes; <see langword="null"/> when there is none, or a damaged one, which is deleted.</summary>
    internal byte[]? Read(string key)
    {
        string path = PathOf(key);
        byte[]? payload = null;
        Try(() =>
        {
            if (!File.Exists(path))
            {
                return;
            }

            payload = ShadowFile.Payload(File.ReadAllBytes(path), key);
            if (payload is null)
            {
                File.Delete(path);
            }
            else
            {
                File.SetLastWriteTimeUtc(path, _time.GetUtcNow().UtcDateTime);
            }
        });
        return payload;
    }

    internal void Write(string key, ReadOnlyMemory<byte> payload) => Try(() =>
    {
        string temporary = Path.Combine(_folder, $"{key}.{Path.GetRandomFileName()}{Temporary}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UserFile;
        }

        try
        {
            using (var stream = new FileStream(temporary, options))
            {
                ShadowFile.Write(stream, key, payload.Span);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, PathOf(key), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw;
        }
    });

    internal void Delete(string key) => Try(() => File.Delete(PathOf(key)));

    private void Prepare()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
        }
        else
        {
            Directory.CreateDirectory(_folder, UserFile | UnixFileMode.UserExecute);
        }

        DateTime now = _time.GetUtcNow().UtcDateTime;
        foreach (string file in Directory.EnumerateFiles(_folder))
        {
            TimeSpan? limit = Path.GetExtension(file) switch { Temporary => AgeOfTemporary, Extension => AgeOfUnused, _ => null };
            if (limit is { } age && now - File.GetLastWriteTimeUtc(file) > age)
            {
                File.Delete(file);
            }
        }
    }

    private string PathOf(string key) => Path.Combine(_folder, key + Extension);

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Trouble = $"the folder of kept shadow models cannot be fully used ({e.GetType().Name}), so later runs may train again";
        }
    }
}
