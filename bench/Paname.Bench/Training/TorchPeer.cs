using System.Diagnostics;
using System.Globalization;

namespace Paname.Bench.Training;

/// <summary>PyTorch in a process of its own, which trains the same networks on request, so that both sides are timed in turn.</summary>
internal sealed class TorchPeer : IDisposable
{
    private const int Tries = 4;

    private readonly Process _process;

    private TorchPeer(Process process, string version)
    {
        _process = process;
        Version = version;
    }

    /// <summary>As the peer names itself.</summary>
    internal string Version { get; }

    /// <summary>Starts the peer; <see langword="null"/> when no Python with PyTorch is installed.</summary>
    /// <param name="threads">Threads PyTorch may use.</param>
    internal static TorchPeer? TryStart(int threads)
    {
        string? declared = Environment.GetEnvironmentVariable("PANAME_BENCH_PYTHON");
        IEnumerable<string> candidates = string.IsNullOrEmpty(declared) ? ["python3", "/usr/bin/python3"] : [declared];
        return candidates.Select(python => TryStart(python, threads)).FirstOrDefault(peer => peer is not null);
    }

    /// <summary>Starts several peers and keeps the one that trains a network fastest: how its memory happens to lie makes one process half as fast again as another.</summary>
    internal static TorchPeer? TryStartFastest(int threads, string network, int steps)
    {
        (TorchPeer Peer, double Time)[] peers = [.. Enumerable.Range(0, Tries).Select(_ => TryStart(threads)).OfType<TorchPeer>().Select(peer => (peer, peer.WarmTime(network, steps)))];
        TorchPeer? fastest = peers.Length == 0 ? null : peers.MinBy(peer => peer.Time).Peer;
        foreach ((TorchPeer peer, _) in peers.Where(peer => peer.Peer != fastest))
        {
            peer.Dispose();
        }

        return fastest;
    }

    /// <summary>Trains and says how many milliseconds it took.</summary>
    internal double Train(string network, int steps)
        => double.Parse(Ask(string.Create(CultureInfo.InvariantCulture, $"{network} {steps}")), CultureInfo.InvariantCulture);

    /// <summary>Peak memory of the peer so far, in MiB.</summary>
    internal string PeakMemory() => Ask("peak");

    private double WarmTime(string network, int steps)
    {
        Train(network, steps);
        return Train(network, steps);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static TorchPeer? TryStart(string python, int threads)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "peers", "pytorch_steps.py");
        var start = new ProcessStartInfo(python, [script, threads.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The library is to choose its kernels for this processor itself.
        start.Environment.Remove("OPENBLAS_CORETYPE");
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        // An interpreter without PyTorch ends with an error instead of a line.
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        if (process.StandardOutput.ReadLine() is { } version)
        {
            return new TorchPeer(process, version);
        }

        process.Dispose();
        return null;
    }

    private string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The PyTorch peer ended unexpectedly.");
    }
}
