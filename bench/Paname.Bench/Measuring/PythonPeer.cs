using System.Diagnostics;
using System.Globalization;

namespace Paname.Bench.Measuring;

/// <summary>A script of the folder peers in a Python process of its own, which answers each line with one line.</summary>
internal sealed class PythonPeer : IDisposable
{
    private readonly Process _process;

    private PythonPeer(Process process, string version)
    {
        _process = process;
        Version = version;
    }

    /// <summary>As the peer names itself.</summary>
    internal string Version { get; }

    /// <summary>Starts the script; <see langword="null"/> when no Python has what it imports.</summary>
    /// <param name="script">The file's name; its first argument is the number of threads.</param>
    /// <param name="threads">Threads its libraries may use.</param>
    internal static PythonPeer? TryStart(string script, int threads)
    {
        string? declared = Environment.GetEnvironmentVariable("PANAME_BENCH_PYTHON");
        IEnumerable<string> candidates = string.IsNullOrEmpty(declared) ? ["python3", "/usr/bin/python3"] : [declared];
        return candidates.Select(python => TryStart(python, script, threads)).FirstOrDefault(peer => peer is not null);
    }

    internal string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The Python peer ended unexpectedly.");
    }

    /// <summary>Peak memory of the peer so far, in MiB.</summary>
    internal string PeakMemory() => Ask("peak");

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static PythonPeer? TryStart(string python, string script, int threads)
    {
        string count = threads.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "peers", script), count])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The library is to choose its kernels for this processor itself.
        start.Environment.Remove("OPENBLAS_CORETYPE");
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = count;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        // An interpreter without the library ends with an error instead of a line.
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        if (process.StandardOutput.ReadLine() is { } version)
        {
            return new PythonPeer(process, version);
        }

        process.Dispose();
        return null;
    }
}
