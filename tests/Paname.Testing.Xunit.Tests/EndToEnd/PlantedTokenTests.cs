using Paname.Tests.Shared;

namespace Paname.Testing.Xunit.Tests.EndToEnd;

/// <summary>Values of records appear in nothing that a red run leaves: console, TRX, diagnostic logs, machine-readable results.</summary>
public sealed class PlantedTokenTests
{
    [Fact]
    public void Failing_audits_and_loads_print_no_value_of_a_record()
    {
        HostRun run = PlantedToken.Run("XunitTokenHost");
        Assert.Equal((0, 29 + (4 * 24) + (8 * 3) + 1, 0), (run.Passed, run.Failed, run.Skipped));
        Assert.Equal([], PlantedToken.Found(run));
        Assert.Contains("Most exposed by Loss: member #", run.Of("Leaky_fails").Single().Message, StringComparison.Ordinal);
        Assert.Contains("  LiRA: online: 4 shadow models", run.Of("LeakyWithShadows_fails").Single().Message, StringComparison.Ordinal);
        Assert.Contains("Note: blind baseline", run.Of("LeakyWithShadows_fails").Single().Message, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", run.Of("ThrowingTrainer_fails").Single().Message, StringComparison.Ordinal);
        Assert.Contains("class 2", run.Of("Slices_with_shadows_fail").Single().Message, StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"Fail\"", run.Files["results.jsonl"], StringComparison.Ordinal);
        Assert.Contains("diag.log", run.Files.Keys);
    }

    [Fact]
    public void Printed_value_is_found()
    {
        HostRun run = PlantedToken.Run("XunitTokenHost", "FullyQualifiedName~ControlTests", print: true);
        Assert.Equal((0, 1), (run.Passed, run.Failed));
        IReadOnlyList<string> found = PlantedToken.Found(run);
        Assert.All(["output", "run.trx", "Hosts.ControlTests.Prints_the_token_when_asked_and_fails"], place => Assert.Contains(place, found));
    }
}
