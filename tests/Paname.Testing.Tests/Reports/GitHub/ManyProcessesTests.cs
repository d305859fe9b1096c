using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Paname.Testing.Tests.Support;
using Paname.Tests.Shared;

namespace Paname.Testing.Tests.Reports.GitHub;

/// <summary>Two hundred failing gates, judged in four processes (tests/Paname.Testing.GateProcess) on four threads each, which share one summary, one folder and one history.</summary>
public sealed partial class ManyProcessesTests : IDisposable
{
    private const int Processes = 4;
    private const int GatesOfEach = 50;
    private const int Gates = Processes * GatesOfEach;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(150_000)]
    public void Nothing_is_lost_or_interleaved_and_the_budget_holds(int room)
    {
        // Two bytes a letter: counted as characters there would be room for all.
        string before = room == 0 ? "# Others\n" : string.Concat(Enumerable.Repeat("é", (StepSummary.Budget - room) / 2)) + "\n";
        string summary = _folder.File("summary.md");
        File.WriteAllText(summary, before);
        Run(summary);

        byte[] bytes = File.ReadAllBytes(summary);
        Assert.InRange(bytes.Length, 1, StepSummary.Budget);
        string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.StartsWith(before, text, StringComparison.Ordinal);
        string rest = text[before.Length..];
        Match closing = LeftOut().Match(rest);
        int leftOut = closing.Success ? int.Parse(closing.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        rest = closing.Success ? rest[..closing.Index] : rest;
        string[] names = [.. Section().Matches(rest).Select(section => section.Groups[1].Value)];
        Assert.Equal(string.Empty, Section().Replace(rest, string.Empty));
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Equal(Gates, names.Length + leftOut);
        Assert.Equal(room > 0, leftOut > 0);
        Assert.True(names.Length > 20);

        // The folder has them all, and the annotations are made from it, a line each.
        IReadOnlyList<ReportGate> gates = ReportFolder.ReadGates(_folder.File("results"));
        Assert.Equal(Gates, gates.Select(gate => gate.Test).Distinct().Count());
        Assert.Equal(Gates, Assert.Single(ReportFolder.Read(_folder.File("results"))).Gates.Count);
        Assert.All(GitHubAnnotations.Of(gates), line => Assert.Matches("^::error ([a-z]+=[^,:\r\n]*)(,[a-z]+=[^,:\r\n]*)*::[^\r\n]+$", line));
        Assert.Equal(GitHubAnnotations.MostPerStep, GitHubAnnotations.Of(gates).Count);
        Assert.Equal(Processes, HistoryFile.Read(_folder.File("history.jsonl")).Count);
    }

    private void Run(string summary)
    {
        string program = Path.Combine(Repository.Root, "tests", "Paname.Testing.GateProcess", "bin", Repository.Configuration, "net10.0", "Paname.Testing.GateProcess.dll");
        Process[] processes = [.. Enumerable.Range(0, Processes).Select(i => Start(program, summary, $"P{i}"))];
        foreach (Process process in processes)
        {
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error);
            process.Dispose();
        }
    }

    private Process Start(string program, string summary, string name)
    {
        var start = new ProcessStartInfo("dotnet", [program, name, GatesOfEach.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true };
        start.Environment[ResultPlaces.SummaryVariable] = summary;
        start.Environment[ResultPlaces.ArtifactsVariable] = _folder.File("results");
        start.Environment[ResultPlaces.HistoryVariable] = _folder.File("history.jsonl");
        return Process.Start(start)!;
    }

    /// <summary>One whole section, from its heading to the end of its details.</summary>
    [GeneratedRegex(@"\n### Privacy gate failed: `(Tests\.P\d_é\d+)`\n\nLeak proven[^\n]*\n\n\| judged [^\n]*\n\|---[^\n]*\n\| auc below [^\n]* \|\n\n<details>[^\n]*\n\n```text\n(?:(?!```|### )[^\n]*\n)+```\n\n</details>\n\n")]
    private static partial Regex Section();

    [GeneratedRegex(@"\n- Paname left out +(\d+) further results here[^\n]*\n$")]
    private static partial Regex LeftOut();
}
