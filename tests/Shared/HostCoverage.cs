namespace Paname.Tests.Shared;

/// <summary>Keeps the coverage of child runs for build.sh to sum: the adapters run mostly there.</summary>
internal static class HostCoverage
{
    private const string Variable = "PANAME_HOST_COVERAGE";
    private const string Report = "coverage.cobertura.xml";

    internal static bool IsWanted => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    internal static void Keep(IEnumerable<string> files)
    {
        if (!IsWanted)
        {
            return;
        }

        foreach (string report in files.Where(file => Path.GetFileName(file) == Report && !file.Contains($"{Path.DirectorySeparatorChar}In{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            // The collector names the folder of each report anew.
            string folder = Path.Combine(Environment.GetEnvironmentVariable(Variable)!, Path.GetFileName(Path.GetDirectoryName(report)!));
            Directory.CreateDirectory(folder);
            File.Copy(report, Path.Combine(folder, Report), overwrite: true);
        }
    }
}
