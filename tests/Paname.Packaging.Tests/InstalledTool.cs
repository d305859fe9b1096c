using System.Diagnostics;
using Paname.Tests.Shared;

namespace Paname.Packaging.Tests;

/// <summary>The tool, installed from the packed feed alone into a folder of its own, with empty caches.</summary>
internal sealed class InstalledTool
{
    private readonly string _program;

    internal InstalledTool(PackedLibraries packed)
    {
        string folder = Path.Combine(packed.Directory, "tool");
        Directory.CreateDirectory(folder);
        string config = Path.Combine(folder, "nuget.config");
        File.WriteAllText(config, $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{packed.Feed}" />
              </packageSources>
            </configuration>
            """);
        var caches = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(folder, "packages"),
            ["NUGET_HTTP_CACHE_PATH"] = Path.Combine(folder, "http"),
            ["DOTNET_CLI_HOME"] = Path.Combine(folder, "home"),
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
        };
        (int exitCode, string output) = DotNet.Run(
            ["tool", "install", PackedLibraries.Tool, "--version", PackedLibraries.Version, "--tool-path", Path.Combine(folder, "bin"), "--configfile", config], caches);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"The tool was not installed:\n{output}");
        }

        _program = Path.Combine(folder, "bin", OperatingSystem.IsWindows() ? "paname.exe" : "paname");
    }

    /// <summary>Runs the tool as its user would, in a folder.</summary>
    internal (int ExitCode, string Output, string Error) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(_program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
