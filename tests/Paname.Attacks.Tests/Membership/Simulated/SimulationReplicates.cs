using System.Collections.Concurrent;
using System.Globalization;
using MathNet.Numerics.Distributions;

namespace Paname.Attacks.Tests.Membership.Simulated;

/// <summary>How often a simulation is repeated: PANAME_SIMULATION_REPLICATES times, or a few times.</summary>
internal static class SimulationReplicates
{
    private const int MostKept = 500;

    private static readonly ConcurrentDictionary<(int, int, double, bool, double), SimulatedWorld> Worlds = new();

    private static readonly int? Given =
        int.TryParse(Environment.GetEnvironmentVariable("PANAME_SIMULATION_REPLICATES"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : null;

    /// <summary>Whether the environment asks for a number of replicates, and so for attacks as they are by default.</summary>
    internal static bool AreGiven => Given is not null;

    /// <summary>As given by the environment, else the number given here.</summary>
    internal static int Or(int few) => Given ?? few;

    /// <summary>The most events that a rate explains: more of them are as unlikely as three standard errors of a normal distribution.</summary>
    internal static int Allowed(double rate, int replicates) => Enumerable.Range(0, replicates).First(events => Binomial.CDF(rate, replicates, events) >= 1 - .00135);

    /// <summary>A world, drawn once for all attacks.</summary>
    internal static SimulatedWorld World(int perSide, int seed, double memory, bool permuted, double reach = .2)
    {
        return seed < MostKept ? Worlds.GetOrAdd((perSide, seed, memory, permuted, reach), _ => Draw()) : Draw();

        SimulatedWorld Draw() => new(perSide, seed, memory, permuted, reach: reach);
    }
}
