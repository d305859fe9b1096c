namespace Paname.Bench.Measuring;

/// <summary>Times one thing that has nothing beside it to be compared with.</summary>
internal static class Repeated
{
    /// <summary>Median milliseconds of measured runs after unmeasured ones.</summary>
    internal static double Median(int runs, Action run, int warmUps = 3)
        => Paired.Median([.. Enumerable.Range(0, warmUps + runs).Select(_ => Paired.Time(() => run).Wall).Skip(warmUps)]);
}
