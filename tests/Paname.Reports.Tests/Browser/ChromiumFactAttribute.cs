using Paname.Tests.Shared;

namespace Paname.Reports.Tests.Browser;

/// <summary>A test in a real browser: Chromium by the environment variable CHROMIUM or on the PATH. Shows as skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public ChromiumFactAttribute()
    {
        if (Executable is null)
        {
            Skip = "no Chromium: set CHROMIUM to its path or install it (Debian: apt-get install chromium)";
        }
    }

    internal static string? Executable { get; } = Find();

    /// <summary>The accessibility checker, put there by ./build.sh setup.</summary>
    internal static string Axe => Path.Combine(Repository.Root, "eng", "charts", "out", "axe.min.js");

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } declared)
        {
            return declared;
        }

        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
