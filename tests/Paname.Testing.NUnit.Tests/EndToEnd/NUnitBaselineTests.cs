using NUnit.Framework;
using Paname.Tests.Shared;

namespace Paname.Testing.NUnit.Tests.EndToEnd;

/// <summary>Baselines in real dotnet test processes: exact counts at each station of their life.</summary>
[TestFixture]
public sealed class NUnitBaselineTests : IDisposable
{
    private BaselineHost _host = null!;

    [OneTimeSetUp]
    public void RunTheHost() => _host = new BaselineHost("BaselineNUnitHost");

    public void Dispose() => _host.Dispose();

    [Test]
    public void Each_station_counts_exactly()
    {
        Assert.That(Counts(_host.Missing), Is.EqualTo((0, 20, 4)));
        Assert.That(Counts(_host.Accepted), Is.EqualTo((20, 0, 4)));
        Assert.That(_host.Accepted.ExitCode, Is.Zero);
        Assert.That(Counts(_host.Again), Is.EqualTo((20, 0, 4)));
        Assert.That(Counts(_host.Worse), Is.EqualTo((0, 20, 4)));
        Assert.That(Counts(_host.OnBuildServer), Is.EqualTo((0, 21, 3)));
        Assert.That(Counts(_host.Dangling), Is.EqualTo((0, 21, 3)));
    }

    [Test]
    public void Baselines_are_named_after_the_class_that_runs()
        => Assert.That(_host.Verified, Is.EqualTo(new[]
        {
            "BaselineTests.Auc", "BaselineTests.Auc_async", "BaselineTests.Epsilon", "BaselineTests.Per_class", "BaselineTests.Rows", "BaselineTests.Rows_async", "BaselineTests.Rows_of_a_rate",
            "BaselineTests.Subject", "BaselineTests.Subject_async", "BaselineTests.Through_a_helper", "BaselineTests.Tpr", "BaselineTests.Variants(first)", "BaselineTests.Variants(second)",
            "FirstFixture.Inherited", "SecondFixture.Inherited",
        }.Select(stem => stem + ".verified.json")));

    [Test]
    public void Received_files_come_and_go()
    {
        Assert.That(_host.Received.Select(file => file.Replace(".received.", ".verified.", StringComparison.Ordinal)), Is.EqualTo(_host.Verified));
        Assert.That(_host.AfterAgain, Is.EqualTo(_host.Verified));
        Assert.That(_host.AfterWorse, Has.Count.EqualTo(2 * _host.Verified.Count));
    }

    [Test]
    public void Worse_result_says_where_and_how()
    {
        string message = _host.Worse.Of("Auc").Single().Message;
        Assert.That(message.TrimStart(), Does.StartWith("Worse"));
        string[] last = message.TrimEnd().Split('\n')[^2..];
        Assert.That(last[1], Does.StartWith("  Report: TestResults/paname/audit-"));
        Assert.That(last[0].TrimEnd(), Is.EqualTo("  Accept: PANAME_ACCEPT=1 PANAME_ACCEPT_REASON=\"why\" dotnet test --filter \"FullyQualifiedName~Hosts.BaselineTests.Auc\""));
        Assert.That(message.Split('\n').Single(line => line.Contains("replay: ", StringComparison.Ordinal)).TrimEnd(), Does.EndWith("dotnet test --filter \"FullyQualifiedName~Hosts.BaselineTests.Auc\""));
    }

    [Test]
    public void Nothing_is_accepted_on_a_build_server()
    {
        Assert.That(_host.OnBuildServer.Of("Auc").Single().Message, Does.Contain("PANAME_ACCEPT is set on a build server (CI is set too)."));
        Assert.That(_host.NothingChangedOnBuildServer);
    }

    [Test]
    public void Baseline_without_a_test_is_named()
        => Assert.That(_host.Dangling.Of("Auc").Single().Message, Does.Contain("BaselineTests.Was_deleted.verified.json. A privacy test was deleted or renamed"));

    private static (int Passed, int Failed, int Skipped) Counts(HostRun run) => (run.Passed, run.Failed, run.Skipped);
}
