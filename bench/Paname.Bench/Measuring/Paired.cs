using System.Diagnostics;

namespace Paname.Bench.Measuring;

/// <summary>Times two ways of doing a thing in turn, A B A B, after unmeasured runs of each: what slows the machine slows both.</summary>
internal sealed class Paired
{
    // The runtime compiles loops anew after it has seen them run: one run each is not enough.
    private const int WarmUps = 3;

    private readonly double[] _ratios;

    private Paired(IReadOnlyList<(Cost Ours, Cost Theirs)> pairs)
    {
        _ratios = [.. pairs.Select(pair => pair.Ours.Wall / pair.Theirs.Wall).Order()];
        ProcessorRatio = Median(pairs.Select(pair => pair.Ours.Processor / pair.Theirs.Processor));
        Ours = Median(pairs.Select(pair => pair.Ours.Wall));
        Theirs = Median(pairs.Select(pair => pair.Theirs.Wall));
    }

    /// <summary>Median milliseconds.</summary>
    internal double Ours { get; }

    /// <summary>Median milliseconds.</summary>
    internal double Theirs { get; }

    internal int Pairs => _ratios.Length;

    /// <summary>The median of the pairs' ratios.</summary>
    internal double Ratio => Median(_ratios);

    /// <summary>The median of the pairs' ratios of processor time over all threads: it sees work done beside, on another core.</summary>
    internal double ProcessorRatio { get; }

    internal double Least => _ratios[0];

    internal double Most => _ratios[^1];

    /// <param name="pairs">Measured pairs.</param>
    /// <param name="ours">Prepares a run, outside the time measured, and returns it.</param>
    /// <param name="theirs">The same for what it is compared with.</param>
    internal static Paired Time(int pairs, Func<Action> ours, Func<Action> theirs) => Time(pairs, ours, () => Time(theirs));

    /// <param name="pairs">Measured pairs.</param>
    /// <param name="ours">Prepares a run, outside the time measured, and returns it.</param>
    /// <param name="theirs">What it is compared with, which runs elsewhere and says itself what it took.</param>
    internal static Paired Time(int pairs, Func<Action> ours, Func<Cost> theirs)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            Time(ours);
            theirs();
        }

        var times = new (Cost Ours, Cost Theirs)[pairs];
        for (int i = 0; i < pairs; i++)
        {
            times[i] = (Time(ours), theirs());
        }

        return new Paired(times);
    }

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Times one run, after what earlier ones left has been collected.</summary>
    internal static Cost Time(Func<Action> prepare)
    {
        Action run = prepare();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TimeSpan processor = ProcessorTime();
        long start = Stopwatch.GetTimestamp();
        run();
        return new Cost(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (ProcessorTime() - processor).TotalMilliseconds);
    }

    private static TimeSpan ProcessorTime()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }
}
