using System.Text;

namespace Paname.Testing;

/// <summary>A file that several processes write: each adds whole pieces, one after the other.</summary>
internal static class SharedFile
{
    private const string MutexName = "paname-shared-files";
    private const int Tries = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    internal static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Adds a piece to the end of the file.</summary>
    internal static void Append(string path, string piece) => Change(path, file => Append(file, piece));

    /// <summary>Adds a piece to the end of a file that is open.</summary>
    internal static void Append(FileStream file, string piece)
    {
        file.Seek(0, SeekOrigin.End);
        file.Write(Utf8.GetBytes(piece));
    }

    /// <summary>Changes the file while nobody else can write to it.</summary>
    /// <param name="path">The file; made if it is not there.</param>
    /// <param name="change">Given the file open at its start.</param>
    internal static void Change(string path, Action<FileStream> change)
    {
        // The mutex keeps Paname's writers apart, also on a file system without locks; the file's own lock those of other sessions, which do not share the mutex.
        using var mutex = new Mutex(initiallyOwned: false, MutexName);
        Enter(mutex);
        try
        {
            using FileStream file = Open(path);
            change(file);
        }
        finally
        {
            mutex.ReleaseMutex();
        }
    }

    private static FileStream Open(string path)
    {
        for (int left = Tries; ; left--)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (left > 1 && error is not (DirectoryNotFoundException or PathTooLongException))
            {
                Thread.Sleep(Pause);
            }
        }
    }

    private static void Enter(Mutex mutex)
    {
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Another process was killed while it wrote; the lock is ours now.
        }
    }
}
