using System.Diagnostics;

namespace Paname.Bench.Measuring;

/// <summary>Runs one part of the bench in a process of its own.</summary>
internal static class ChildProcess
{
    /// <param name="part">The part.</param>
    /// <param name="environment">Variables set for that process alone.</param>
    /// <returns>What the part printed, or <see langword="null"/> when it could not run.</returns>
    internal static string[]? Run(string part, params IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["part", part]) { RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : null;
    }
}
