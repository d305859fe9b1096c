using System.Collections.Concurrent;
using System.Globalization;

namespace Paname.Attacks.Tests.Membership.Simulated;

/// <summary>How often a simulation is repeated: PANAME_SIMULATION_REPLICATES times, or a few times.</summary>
internal static class SimulationReplicates
{
    private static readonly ConcurrentDictionary<(int, int, double, bool), SimulatedWorld> Worlds = new();

    private static readonly int? Given =
        int.TryParse(Environment.GetEnvironmentVariable("PANAME_SIMULATION_REPLICATES"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : null;

    /// <summary>Whether the environment asks for a number of replicates, and so for attacks as they are by default.</summary>
    internal static bool AreGiven => Given is not null;

    /// <summary>As given by the environment, else the number given here.</summary>
    internal static int Or(int few) => Given ?? few;

    /// <summary>The most events that a rate explains: three standard errors above.</summary>
    internal static double Allowed(double rate, int replicates) => replicates * (rate + (3 * Math.Sqrt(rate * (1 - rate) / replicates)));

    /// <summary>A world, drawn once for all attacks.</summary>
    internal static SimulatedWorld World(int perSide, int seed, double memory, bool permuted)
        => Worlds.GetOrAdd((perSide, seed, memory, permuted), _ => new SimulatedWorld(perSide, seed, memory, permuted));
}
