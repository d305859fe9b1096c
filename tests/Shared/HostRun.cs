using System.Collections.Concurrent;
using System.Xml.Linq;

namespace Paname.Tests.Shared;

/// <summary>One run of a deliberately red suite in a child process, with its results as the TRX file tells them.</summary>
internal sealed class HostRun
{
    private const string ResultsFolder = "{results}";
    private const string SetUpsFile = "set-ups.txt";

    private static readonly string[] CoverageArguments = HostCoverage.IsWanted ? ["--collect", "XPlat Code Coverage;Include=[Paname.*]*;ExcludeByFile=**/obj/**"] : [];

    private static readonly ConcurrentDictionary<string, Lazy<bool>> Built = new(StringComparer.Ordinal);

    private HostRun(int exitCode, string output, IReadOnlyDictionary<string, string> files)
    {
        ExitCode = exitCode;
        Output = output;
        Files = files;
        string trx = files.GetValueOrDefault("run.trx", string.Empty);
        Results = trx.Length == 0 ? [] : [.. Read(XDocument.Parse(trx))];
    }

    internal int ExitCode { get; }

    internal string Output { get; }

    /// <summary>The text of every file the run left in its results directory, by relative path; run.trx is missing when no test ran.</summary>
    internal IReadOnlyDictionary<string, string> Files { get; }

    internal IReadOnlyList<HostResult> Results { get; }

    internal int Passed => Results.Count(result => result.Outcome == "Passed");

    internal int Failed => Results.Count(result => result.Outcome == "Failed");

    internal int Skipped => Results.Count(result => result.Outcome == "NotExecuted");

    internal int NotApplicable => Results.Count(result => result.Outcome == "NotExecuted" && result.Message.StartsWith("not applicable: ", StringComparison.Ordinal));

    /// <summary>One line for each time the suite's quiet subject was set up.</summary>
    internal string SetUps => Files.GetValueOrDefault(SetUpsFile, string.Empty);

    internal static HostRun Of(string host, string? filter = null, IReadOnlyDictionary<string, string>? environment = null)
        => Run(host, filter, ["--logger", "console;verbosity=normal", .. CoverageArguments], environment);

    /// <summary>Runs with everything a user could turn on: detailed console, diagnostic logs, results, reports, baselines, history, a build server's summary.</summary>
    internal static HostRun Verbose(string host, string? filter, IReadOnlyDictionary<string, string> environment)
        => Run(
            host,
            filter,
            ["--logger", "console;verbosity=detailed", "--diag", $"{ResultsFolder}/diag.log"],
            new Dictionary<string, string>(environment)
            {
                ["PANAME_RESULTS"] = $"{ResultsFolder}/results.jsonl",
                ["PANAME_ARTIFACTS"] = $"{ResultsFolder}/reports",
                ["PANAME_BASELINES"] = $"{ResultsFolder}/baselines",
                ["PANAME_HISTORY"] = $"{ResultsFolder}/history.jsonl",
                ["GITHUB_STEP_SUMMARY"] = $"{ResultsFolder}/summary.md",
            });

    /// <summary>Discovers the tests and runs none.</summary>
    internal static HostRun List(string host) => Run(host, filter: null, ["--list-tests"], environment: null);

    private static HostRun Run(string host, string? filter, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        string project = Path.Combine(Repository.Root, "tests", "Hosts", host);
        _ = Built.GetOrAdd(host, _ => new Lazy<bool>(() => Build(project))).Value;
        string results = Directory.CreateTempSubdirectory("paname-host-").FullName;
        string Here(string text) => text.Replace(ResultsFolder, results, StringComparison.Ordinal);
        try
        {
            (int exitCode, string output) = DotNet.Run(
                [
                    "test", project, "--no-build", "--configuration", Repository.Configuration, "--nologo",
                    "--logger", "trx;LogFileName=run.trx", "--results-directory", results,
                    .. arguments.Select(Here),
                    .. filter is null ? Array.Empty<string>() : ["--filter", filter],
                ],
                (environment ?? new Dictionary<string, string>()).Append(new("HOST_SET_UPS", Path.Combine(results, SetUpsFile)))
                    .ToDictionary(pair => pair.Key, pair => Here(pair.Value)));
            string[] files = Directory.GetFiles(results, "*", SearchOption.AllDirectories);
            HostCoverage.Keep(files);
            return new HostRun(exitCode, output, files.ToDictionary(path => Path.GetRelativePath(results, path), File.ReadAllText));
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }

    /// <summary>The results of one test method, without its namespace and class.</summary>
    internal IReadOnlyList<HostResult> Of(string method) => [.. Results.Where(result => result.Method == method)];

    private static bool Build(string project)
    {
        // The libraries are built already; building them again would race with the run that this test is a part of.
        (int exitCode, string output) = DotNet.Run(
            ["build", project, "--configuration", Repository.Configuration, "--nologo", "-v:quiet", "-p:BuildProjectReferences=false"]);
        return exitCode == 0 ? true : throw new InvalidOperationException($"{project} did not build:\n{output}");
    }

    private static IEnumerable<HostResult> Read(XDocument trx)
    {
        XNamespace ns = trx.Root!.Name.Namespace;
        foreach (XElement result in trx.Descendants(ns + "UnitTestResult"))
        {
            XElement? output = result.Element(ns + "Output");
            yield return new HostResult(
                (string)result.Attribute("testName")!,
                (string)result.Attribute("outcome")!,
                (string?)output?.Element(ns + "ErrorInfo")?.Element(ns + "Message") ?? string.Empty,
                (string?)output?.Element(ns + "StdOut") ?? string.Empty,
                TimeSpan.TryParse((string?)result.Attribute("duration"), System.Globalization.CultureInfo.InvariantCulture, out TimeSpan duration) ? duration : TimeSpan.Zero);
        }
    }
}
