using System.Security.Cryptography;
using System.Text;

namespace Paname.Testing;

/// <summary>The files of one baseline: what was accepted, the environment's override before the common one, and what a run received.</summary>
/// <param name="directory">The directory of the baselines.</param>
/// <param name="stem">The file name without environment and ending.</param>
/// <param name="environment">Whose override comes first.</param>
/// <param name="named">Whether the environment was named, so that what is accepted is for it alone where there is a common file.</param>
internal sealed class BaselineFolder(string directory, string stem, string environment, bool named)
{
    internal string Common => Inside(stem + BaselineName.VerifiedEnding);

    internal string Override => Inside($"{stem}.{environment}{BaselineName.VerifiedEnding}");

    internal string Received => Inside(stem + BaselineName.ReceivedEnding);

    /// <summary>The file that counts here: the override where there is one.</summary>
    internal string Verified => File.Exists(Override) ? Override : Common;

    /// <summary>The file that is written when a run is accepted here.</summary>
    internal string Accepting => named && File.Exists(Common) ? Override : Verified;

    /// <summary>What was accepted, or null when nothing was.</summary>
    internal string? Read() => File.Exists(Verified) ? File.ReadAllText(Verified) : null;

    internal void Write(string path, string text)
    {
        Directory.CreateDirectory(directory);
        WholeFile.Write(path, text);
    }

    internal void DeleteReceived()
    {
        if (File.Exists(Received))
        {
            File.Delete(Received);
        }
    }

    /// <summary>Runs work that reads and writes the files, one at a time over all threads and processes of the machine.</summary>
    internal T Locked<T>(Func<T> work)
    {
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Common)))[..32];
        using var mutex = new Mutex(initiallyOwned: false, $"paname-baseline-{key}");
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Another test host was killed while it wrote; files are whole all the same, and the lock is ours now.
        }

        try
        {
            return work();
        }
        finally
        {
            mutex.ReleaseMutex();
        }
    }

    private string Inside(string name)
    {
        string path = Path.GetFullPath(name, directory);
        return Path.GetDirectoryName(path) == Path.TrimEndingDirectorySeparator(directory)
            ? path
            : throw new InvalidOperationException("A baseline's file lies in the directory of the baselines; choose a Name and a Variant without directories.");
    }
}
