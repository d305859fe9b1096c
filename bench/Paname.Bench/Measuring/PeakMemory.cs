using System.Diagnostics;
using System.Globalization;

namespace Paname.Bench.Measuring;

/// <summary>The peak resident memory of a part, measured in its own process.</summary>
internal static class PeakMemory
{
    private const string Key = "peak MiB ";

    internal static string Own()
    {
        using var self = Process.GetCurrentProcess();
        return Key + (self.PeakWorkingSet64 / (1024.0 * 1024.0)).ToString("F0", CultureInfo.InvariantCulture);
    }

    internal static string Of(string part) => In(ChildProcess.Run(part));

    internal static string In(string[]? output) => output?.LastOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal))?[Key.Length..].Trim() ?? "failed";
}
