using NUnit.Framework;
using Paname.Tests.Shared;

namespace Paname.Testing.NUnit.Tests.EndToEnd;

/// <summary>Values of records appear in nothing that a red run leaves: console, TRX, diagnostic logs, machine-readable results.</summary>
[TestFixture]
public sealed class PlantedTokenTests
{
    // Nine one-line tests and four rows against baselines; three of them cannot load or ask their model.
    private const int Baselines = 9 + 4;
    private const int WithoutResult = 3;

    [Test]
    public void Failing_audits_and_loads_print_no_value_of_a_record()
    {
        HostRun run = PlantedToken.Run("NUnitTokenHost");
        Assert.That((run.Passed, run.Failed, run.Skipped), Is.EqualTo((0, 29 + (4 * 24) + (8 * 3) + 1 + Baselines, 0)));
        Assert.That(PlantedToken.Found(run), Is.Empty);
        Assert.That(run.Of("Leaky_fails").Single().Message, Does.Contain("Most exposed by Loss: member #"));
        Assert.That(run.Of("LeakyWithShadows_fails").Single().Message, Does.Contain("  LiRA: online: 4 shadow models").And.Contain("Note: blind baseline"));
        Assert.That(run.Of("ThrowingTrainer_fails").Single().Message, Does.Contain("InvalidOperationException"));
        Assert.That(run.Of("Slices_with_shadows_fail").Single().Message, Does.Contain("class 2"));
        Assert.That(run.Output, Does.Contain("shadow models: 4 of 4"));
        Assert.That(run.Files["results.jsonl"], Does.Contain("\"verdict\":\"Fail\""));
        Assert.That(run.Files.Keys.Count(name => name.EndsWith(".received.json", StringComparison.Ordinal)), Is.EqualTo(7));
        Assert.That(run.Files.Keys, Does.Contain("diag.log"));
        Assert.That(run.Files.Keys.Count(name => Path.GetFileName(name).StartsWith("audit-", StringComparison.Ordinal)), Is.GreaterThan(5));
        Assert.That(run.Files["summary.md"], Does.Contain("Hosts.SubjectTests.SharedGroup_rows_fail"));
        Assert.That(run.Files["history.jsonl"].Split('\n'), Has.Length.GreaterThan(5));
        Assert.That(Renderings(run), Does.Contain("\"paname/limit\""));
        Assert.That(PlantedToken.IsIn(Renderings(run)), Is.False);
        Assert.That(run.Files["run.trx"], Does.Match("<ResultFile path=\"[^\"]*audit-"), "the report of a failing test is attached to its result");
    }

    [Test]
    public void Baselines_made_from_the_records_hold_no_value_of_them()
    {
        HostRun run = PlantedToken.Run("NUnitTokenHost", "FullyQualifiedName~BaselineTests", accept: true);
        Assert.That((run.Passed, run.Failed, run.Skipped), Is.EqualTo((Baselines - WithoutResult, WithoutResult, 0)));
        Assert.That(PlantedToken.Found(run), Is.Empty);
        string[] verified = [.. run.Files.Keys.Where(name => name.EndsWith(".verified.json", StringComparison.Ordinal))];
        Assert.That(verified, Has.Length.EqualTo(7));
        Assert.That(verified.Select(name => run.Files[name]), Has.All.Contain("\"estimate\""));
    }

    [Test]
    public void Printed_value_is_found()
    {
        HostRun run = PlantedToken.Run("NUnitTokenHost", "FullyQualifiedName~ControlTests", print: true);
        Assert.That((run.Passed, run.Failed), Is.EqualTo((0, 1)));
        Assert.That(PlantedToken.Found(run), Does.Contain("output").And.Contain("run.trx").And.Contain("Prints_the_token_when_asked_and_fails"));
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
