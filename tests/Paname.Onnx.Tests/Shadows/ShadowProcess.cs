using System.Diagnostics;
using Paname.Tests.Shared;

namespace Paname.Onnx.Tests.Shadows;

/// <summary>A child process that trains eight shadow models of a small network (tests/Paname.Onnx.ShadowProcess).</summary>
internal sealed class ShadowProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;

    private ShadowProcess(string cache, int standStillAfter)
    {
        string program = Path.Combine(Repository.Root, "tests", "Paname.Onnx.ShadowProcess", "bin", Repository.Configuration, "net10.0", "Paname.Onnx.ShadowProcess.dll");
        var start = new ProcessStartInfo("dotnet", [program, cache, standStillAfter.ToString(System.Globalization.CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    internal List<string> Lines { get; } = [];

    internal string Result => Assert.Single(Lines, line => line.StartsWith("result ", StringComparison.Ordinal));

    /// <summary>How many models came from the folder, as the last line of progress says.</summary>
    internal int Reused => int.Parse(Lines[^2].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    internal static ShadowProcess Start(string cache) => new(cache, 0);

    internal static ShadowProcess Run(string cache)
    {
        ShadowProcess process = Start(cache);
        process.Finish();
        return process;
    }

    /// <summary>Kills the process (SIGKILL on Unix) once so many models are done; the others are under way.</summary>
    internal static void RunAndKill(string cache, int after)
    {
        using var process = new ShadowProcess(cache, after);
        string? line;
        while ((line = process._process.StandardOutput.ReadLine()) is not null && line != $"{after} 0")
        {
            process.Lines.Add(line);
        }

        Assert.NotNull(line);
        process._process.Kill();
        process._process.WaitForExit();
        Assert.NotEqual(0, process._process.ExitCode);
    }

    internal void Finish()
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            Lines.Add(line);
        }

        _process.WaitForExit();
        Assert.True(_process.ExitCode == 0, _error.GetAwaiter().GetResult());
    }

    public void Dispose() => _process.Dispose();
}
