using Paname.Tests.Shared;

namespace Paname.Testing.Xunit.Tests.EndToEnd;

public sealed class XunitBaselines : IDisposable
{
    internal BaselineHost Host { get; } = new("BaselineXunitHost");

    public void Dispose() => Host.Dispose();
}

/// <summary>Baselines in real dotnet test processes: exact counts at each station of their life.</summary>
public sealed class XunitBaselineTests(XunitBaselines baselines) : IClassFixture<XunitBaselines>
{
    private BaselineHost Host => baselines.Host;

    [Fact]
    public void Each_station_counts_exactly()
    {
        Assert.Equal((0, 21, 4), Counts(Host.Missing));
        Assert.Equal((20, 1, 4), Counts(Host.Accepted));
        Assert.Equal((20, 1, 4), Counts(Host.Again));
        Assert.Equal((0, 21, 4), Counts(Host.Worse));
        Assert.Equal((0, 22, 3), Counts(Host.OnBuildServer));
        Assert.Equal((0, 22, 3), Counts(Host.Dangling));
    }

    [Fact]
    public void Only_the_test_that_takes_another_ones_baseline_fails_when_all_are_accepted()
    {
        HostResult shared = Assert.Single(Host.Again.Results, result => result.Outcome == "Failed");
        Assert.StartsWith("Hosts.SharedNameTests.Shares_", shared.Name, StringComparison.Ordinal);
        Assert.Contains("The baseline 'shared' is used by another place in the code too.", shared.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_received_then_verified_and_left_alone()
    {
        string[] stems =
        [
            "BaselineTests.Auc", "BaselineTests.Auc_async", "BaselineTests.Epsilon", "BaselineTests.Per_class", "BaselineTests.Rows", "BaselineTests.Rows_async", "BaselineTests.Rows_of_a_rate",
            "BaselineTests.Subject", "BaselineTests.Subject_async", "BaselineTests.Tpr", "BaselineTests.Variants(first)", "BaselineTests.Variants(second - with a slash)",
            "OtherClassTests.In_a_file_of_another_name", "credit", "shared",
        ];
        Assert.Equal(stems.Select(stem => stem + ".received.json").Order(StringComparer.Ordinal), Host.Received);
        Assert.Equal(stems.Select(stem => stem + ".verified.json").Order(StringComparer.Ordinal), Host.Verified);
        Assert.Equal(Host.Verified, Host.AfterAgain);
        Assert.Equal(stems.SelectMany(stem => new[] { stem + ".received.json", stem + ".verified.json" }).Order(StringComparer.Ordinal), Host.AfterWorse);
    }

    [Fact]
    public void Worse_result_fails_as_an_assertion_with_the_received_file_and_the_command_at_the_end()
    {
        string message = Host.Worse.Of("Auc").Single().Message;
        Assert.StartsWith("Worse", message, StringComparison.Ordinal);
        string[] last = message.TrimEnd().Split('\n')[^3..];
        Assert.EndsWith("BaselineTests.Auc.received.json", last[0].TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("  Accept: PANAME_ACCEPT=1 PANAME_ACCEPT_REASON=\"why\" dotnet test --filter \"FullyQualifiedName~Auc\"", last[1].TrimEnd());
        Assert.StartsWith("  Report: TestResults/paname/audit-", last[2], StringComparison.Ordinal);
        Assert.EndsWith("dotnet test --filter \"FullyQualifiedName~Auc\"", Assert.Single(message.Split('\n'), line => line.Contains("replay: ", StringComparison.Ordinal)).TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("FullyQualifiedName~Hosts.BaselineTests.Rows\"", Host.Worse.Of("Rows").Single(result => result.Row == "Loss").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_accepted_on_a_build_server()
    {
        Assert.All(Host.OnBuildServer.Results.Where(result => result.Outcome == "Failed"), result => Assert.Contains("PANAME_ACCEPT is set on a build server (CI is set too).", result.Message, StringComparison.Ordinal));
        Assert.True(Host.NothingChangedOnBuildServer);
    }

    [Fact]
    public void Baseline_without_a_test_fails_every_comparison_and_is_named()
        => Assert.All(Host.Dangling.Results.Where(result => result.Outcome == "Failed" && !result.Method.StartsWith("Shares_", StringComparison.Ordinal)), result => Assert.Contains("BaselineTests.Was_deleted.verified.json. A privacy test was deleted or renamed", result.Message, StringComparison.Ordinal));

    [Fact]
    public void Accepted_row_prints_what_was_stored()
        => Assert.Contains("  Accepted: Stored the first baseline of BaselineTests.Rows.", string.Concat(Host.Accepted.Of("Rows").Select(result => result.StandardOutput)), StringComparison.Ordinal);

    private static (int Passed, int Failed, int Skipped) Counts(HostRun run) => (run.Passed, run.Failed, run.Skipped);
}
