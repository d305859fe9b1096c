using System.Diagnostics;

namespace Paname.Bench.Measuring;

/// <summary>Runs one part of the bench in a process of its own.</summary>
internal static class ChildProcess
{
    /// <returns>What the part printed, or <see langword="null"/> when it could not run.</returns>
    internal static string[]? Run(string part)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["part", part]) { RedirectStandardOutput = true };
        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : null;
    }
}
