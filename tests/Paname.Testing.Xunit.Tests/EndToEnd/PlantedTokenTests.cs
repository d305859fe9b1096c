using Paname.Tests.Shared;

namespace Paname.Testing.Xunit.Tests.EndToEnd;

/// <summary>Values of records appear in nothing that a red run leaves: console, TRX, diagnostic logs, machine-readable results.</summary>
public sealed class PlantedTokenTests
{
    // Nine one-line tests and four rows against baselines; three of them cannot load or ask their model.
    private const int Baselines = 9 + 4;
    private const int WithoutResult = 3;

    [Fact]
    public void Failing_audits_and_loads_print_no_value_of_a_record()
    {
        HostRun run = PlantedToken.Run("XunitTokenHost");
        Assert.Equal((0, 29 + (4 * 24) + (8 * 3) + 1 + Baselines, 0), (run.Passed, run.Failed, run.Skipped));
        Assert.Equal([], PlantedToken.Found(run));
        Assert.Contains("Most exposed by Loss: member #", run.Of("Leaky_fails").Single().Message, StringComparison.Ordinal);
        Assert.Contains("  LiRA: online: 4 shadow models", run.Of("LeakyWithShadows_fails").Single().Message, StringComparison.Ordinal);
        Assert.Contains("Note: blind baseline", run.Of("LeakyWithShadows_fails").Single().Message, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", run.Of("ThrowingTrainer_fails").Single().Message, StringComparison.Ordinal);
        Assert.Contains("class 2", run.Of("Slices_with_shadows_fail").Single().Message, StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"Fail\"", run.Files["results.jsonl"], StringComparison.Ordinal);
        Assert.Equal(7, run.Files.Keys.Count(name => name.EndsWith(".received.json", StringComparison.Ordinal)));
        Assert.Contains("diag.log", run.Files.Keys);
        Assert.True(run.Files.Keys.Count(name => Path.GetFileName(name).StartsWith("audit-", StringComparison.Ordinal)) > 5);
        Assert.Contains("Hosts.SubjectTests.SharedGroup_rows_fail", run.Files["summary.md"], StringComparison.Ordinal);
        Assert.True(run.Files["history.jsonl"].Split('\n').Length > 5);
        Assert.Contains("\"paname/limit\"", Renderings(run), StringComparison.Ordinal);
        Assert.False(PlantedToken.IsIn(Renderings(run)));
    }

    [Fact]
    public void Baselines_made_from_the_records_hold_no_value_of_them()
    {
        HostRun run = PlantedToken.Run("XunitTokenHost", "FullyQualifiedName~BaselineTests", accept: true);
        Assert.Equal((Baselines - WithoutResult, WithoutResult, 0), (run.Passed, run.Failed, run.Skipped));
        Assert.Equal([], PlantedToken.Found(run));
        string[] verified = [.. run.Files.Keys.Where(name => name.EndsWith(".verified.json", StringComparison.Ordinal))];
        Assert.Equal(7, verified.Length);
        Assert.All(verified, name => Assert.Contains("\"estimate\"", run.Files[name], StringComparison.Ordinal));
    }

    [Fact]
    public void Printed_value_is_found()
    {
        HostRun run = PlantedToken.Run("XunitTokenHost", "FullyQualifiedName~ControlTests", print: true);
        Assert.Equal((0, 1), (run.Passed, run.Failed));
        IReadOnlyList<string> found = PlantedToken.Found(run);
        Assert.All(["output", "run.trx", "Hosts.ControlTests.Prints_the_token_when_asked_and_fails"], place => Assert.Contains(place, found));
    }

    /// <summary>What is made of the gates after a run: annotations and SARIF.</summary>
    private static string Renderings(HostRun run)
    {
        string folder = Directory.CreateTempSubdirectory("paname-gates-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "gates.jsonl"), run.Files[Path.Combine("reports", "gates.jsonl")]);
            IReadOnlyList<ReportGate> gates = ReportFolder.ReadGates(folder);
            return SarifReport.Render(gates) + string.Join('\n', gates.Select(GitHubAnnotations.Of));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
