using System.Globalization;
using Paname.Bench.Measuring;

namespace Paname.Bench.Training;

/// <summary>PyTorch in a process of its own, which trains the same networks on request, so that both sides are timed in turn.</summary>
internal sealed class TorchPeer : IDisposable
{
    private const int Tries = 4;

    private readonly PythonPeer _peer;

    private TorchPeer(PythonPeer peer) => _peer = peer;

    /// <summary>As the peer names itself.</summary>
    internal string Version => _peer.Version;

    /// <summary>Starts the peer; <see langword="null"/> when no Python with PyTorch is installed.</summary>
    /// <param name="threads">Threads PyTorch may use.</param>
    internal static TorchPeer? TryStart(int threads) => PythonPeer.TryStart("pytorch_steps.py", threads) is { } peer ? new TorchPeer(peer) : null;

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
        => double.Parse(_peer.Ask(string.Create(CultureInfo.InvariantCulture, $"{network} {steps}")), CultureInfo.InvariantCulture);

    /// <summary>Peak memory of the peer so far, in MiB.</summary>
    internal string PeakMemory() => _peer.PeakMemory();

    public void Dispose() => _peer.Dispose();

    private double WarmTime(string network, int steps)
    {
        Train(network, steps);
        return Train(network, steps);
    }
}
