using System.Globalization;
using System.Runtime.Intrinsics;
using Paname.Bench.Measuring;

namespace Paname.Bench.Membership;

/// <summary>LiRA on a processor with vectors of 256 bits: in processes for which those of 512 are switched off.</summary>
internal static class WithoutAvx512
{
    private const int Pairs = 3;

    // The name before .NET 10, and since.
    private static readonly (string, string)[] Off = [("DOTNET_EnableAVX512F", "0"), ("DOTNET_EnableAVX512", "0")];

    internal static void Write(TextWriter to)
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            to.WriteLine("This processor or runtime has no fast vectors of 512 bits: the rows above are with shorter ones.");
            return;
        }

        string part = CostCurve.PartOf(LiraBench.Records, LiraBench.Models);
        (double Without, double With)[] times = [.. Enumerable.Range(0, Pairs).Select(_ => (CostCurve.LiraTime(ChildProcess.Run(part, Off)), CostCurve.LiraTime(ChildProcess.Run(part))))];
        double[] ratios = [.. times.Select(pair => pair.Without / pair.With).Order()];
        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"LiRA online without AVX-512: {Paired.Median(times.Select(pair => pair.Without)):F1} ms, {Paired.Median(ratios):F2} times as long ({ratios[0]:F2} .. {ratios[^1]:F2}; {Pairs} pairs of processes)."));
    }
}
