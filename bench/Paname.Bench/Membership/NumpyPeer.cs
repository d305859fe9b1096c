using System.Globalization;
using System.Runtime.InteropServices;
using Paname.Bench.Measuring;

namespace Paname.Bench.Membership;

/// <summary>NumPy in a process of its own, which attacks the very same numbers on request and times itself.</summary>
internal sealed class NumpyPeer : IDisposable
{
    private readonly PythonPeer _peer;
    private readonly string _folder = Directory.CreateTempSubdirectory("paname-bench-").FullName;

    private NumpyPeer(PythonPeer peer) => _peer = peer;

    /// <summary>As the peer names itself.</summary>
    internal string Version => _peer.Version;

    /// <summary>Starts the peer; <see langword="null"/> when no Python with NumPy is installed.</summary>
    internal static NumpyPeer? TryStart() => PythonPeer.TryStart("numpy_attacks.py", Environment.ProcessorCount) is { } peer ? new NumpyPeer(peer) : null;

    /// <summary>Hands records over, through files.</summary>
    internal void Load(string name, MadeShadows shadows)
    {
        using (FileStream signals = File.Create(Path.Combine(_folder, "signals")), inside = File.Create(Path.Combine(_folder, "inside")))
        {
            var flags = new byte[shadows.Models];
            for (int record = 0; record < shadows.Records; record++)
            {
                signals.Write(MemoryMarshal.AsBytes(shadows.Row(record)));
                for (int model = 0; model < flags.Length; model++)
                {
                    flags[model] = shadows.Inclusion[model, record] ? (byte)1 : (byte)0;
                }

                inside.Write(flags);
            }
        }

        File.WriteAllBytes(Path.Combine(_folder, "target"), MemoryMarshal.AsBytes(shadows.Target));
        Ask("load", name, _folder, Text(shadows.Records), Text(shadows.Models));
    }

    /// <summary>Attacks, and says what it took.</summary>
    internal Cost Run(string attack)
    {
        double[] times = [.. Ask("run", attack).Split('\t').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
        return new Cost(times[0], times[1]);
    }

    /// <summary>The scores of the last run.</summary>
    internal double[] Scores()
    {
        string path = Path.Combine(_folder, "scores");
        Ask("write", path);
        return MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(path)).ToArray();
    }

    internal bool Has(string module) => Ask("has", module) == "yes";

    internal string PeakMemory() => _peer.PeakMemory();

    public void Dispose()
    {
        _peer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Ask(params string[] words) => _peer.Ask(string.Join('\t', words));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
