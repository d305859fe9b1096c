using System.Globalization;
using Paname.Attacks.Membership;
using Paname.Bench.Measuring;

namespace Paname.Bench.Membership;

/// <summary>How time and memory of LiRA and RMIA grow with records and models; each point in a process of its own.</summary>
internal static class CostCurve
{
    private const int Runs = 7;

    private static readonly IMembershipAttack[] Attacks = [LiraBench.Online, ShadowAttacks.Rmia(new RmiaOptions { Form = ShadowForm.Online })];

    private static readonly (int Records, int Models)[] Points =
    [
        (1_000, 16), (10_000, 16), (100_000, 16), (1_000_000, 16),
        (10_000, 8), (10_000, 32), (10_000, 64), (10_000, 128), (10_000, 256), (10_000, 512),
        (LiraBench.Records, LiraBench.Models),
    ];

    internal static string PartOf(int records, int models) => string.Create(CultureInfo.InvariantCulture, $"cost-{records}x{models}");

    /// <summary>The workload of a point's process; <see langword="null"/> when there is no such point.</summary>
    internal static Action<TextWriter>? Part(string name)
        => Array.Find(Points, point => PartOf(point.Records, point.Models) == name) is { Records: > 0 } point ? to => Run(point.Records, point.Models, to) : null;

    internal static void Write(TextWriter to)
    {
        List<string[]> rows = [["records x models", "LiRA ms", "RMIA ms", "LiRA allocates MiB", "RMIA", "signals MiB", "process peak MiB"]];
        foreach ((int records, int models) in Points)
        {
            string[]? child = ChildProcess.Run(PartOf(records, models));
            double[] found = Parse(child);
            rows.Add(
            [
                string.Create(CultureInfo.InvariantCulture, $"{records:N0} x {models}"),
                .. found.Length == 4 ? found.Select(number => Number(number)) : Enumerable.Repeat("failed", 4),
                Number(records * models * sizeof(double) / (1024.0 * 1024.0)), PeakMemory.In(child),
            ]);
        }

        TextTable.Write(to, rows);
    }

    /// <summary>LiRA's milliseconds at a point as its own process tells them.</summary>
    internal static double LiraTime(string[]? output) => Parse(output) is [double time, ..] ? time : double.NaN;

    private static void Run(int records, int models, TextWriter to)
    {
        MembershipObservations observations = MadeShadows.Make(records, models, seed: 1).Observations();
        double[] allocated = [.. Attacks.Select(attack => Allocated(() => LiraBench.Score(attack, observations)))];
        IEnumerable<double> times = Attacks.Select(attack => Repeated.Median(Runs, () => LiraBench.Score(attack, observations)));
        to.WriteLine(string.Join('\t', times.Concat(allocated).Select(number => number.ToString("R", CultureInfo.InvariantCulture))));
    }

    private static double[] Parse(string[]? output)
        => output?.FirstOrDefault(line => line.Contains('\t', StringComparison.Ordinal))?.Split('\t').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray() ?? [];

    private static double Allocated(Action run)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        run();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (1024.0 * 1024.0);
    }

    private static string Number(double value) => value.ToString(value < 10 ? "F2" : "F0", CultureInfo.InvariantCulture);
}
