using System.Globalization;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Bench.Measuring;

namespace Paname.Bench.Membership;

/// <summary>RMIA's share of dominated population records, by sorting, against the matrix of all pairs.</summary>
internal static class RmiaBench
{
    private const int Models = 8;
    private const int Records = 10_000;
    private const int Population = 2_000;
    private const int Large = 50_000;
    private const int Pairs = 15;

    internal static Paired Compare(NumpyPeer peer)
    {
        (MadeShadows audited, MadeShadows population) = Make(Records, Population);
        ShadowObservations shadows = audited.Shadows(population);
        peer.Load("audited", audited);
        peer.Load("population", population);
        double[] ours = [];
        Paired times = Paired.Time(Pairs, () => () => ours = Rmia.Dominated(shadows), () => peer.Run("rmia"));
        // A ratio of two that is gamma but for rounding may fall on either side.
        SameScores.Require(ours, peer.Scores(), 1.5 / Population);
        return times;
    }

    internal static void RunOnce() => RunOnce(Records, Population);

    /// <summary>As many records as population records: the matrix would take 20 GB.</summary>
    internal static void LargeOnce() => RunOnce(Large, Large);

    internal static void MakeLarge() => Make(Large, Large);

    internal static void WriteLarge(TextWriter to)
    {
        (string inputs, string peak) = (PeakMemory.Of("rmia-large-signals"), PeakMemory.Of("rmia-large"));
        (MadeShadows audited, MadeShadows population) = Make(Large, Large);
        ShadowObservations shadows = audited.Shadows(population);
        double milliseconds = Repeated.Median(Pairs, () => Rmia.Dominated(shadows));
        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"RMIA, {Large:N0} records x {Large:N0} z x {Models} models: {milliseconds:F1} ms, peak {peak} MiB, of which {inputs} MiB is a process that only makes the signals. The matrix of all pairs would take 20 GB in NumPy: not run."));
    }

    private static void RunOnce(int records, int size)
    {
        (MadeShadows audited, MadeShadows population) = Make(records, size);
        Rmia.Dominated(audited.Shadows(population));
    }

    private static (MadeShadows Audited, MadeShadows Population) Make(int records, int size)
        => (MadeShadows.Make(records, Models, seed: 2024), MadeShadows.Make(size, Models, seed: 2025));
}
