using System.Text.Json;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Reports;

/// <summary>The log against what SARIF 2.1.0 requires of it (OASIS standard, sections 3.13 to 3.49).</summary>
public class SarifReportTests
{
    [Fact]
    public void Log_holds_what_the_standard_requires()
    {
        ReportGate[] gates =
        [
            Reported.Gate(),
            Reported.Gate(holds: true),
            Reported.Gate("Tests.B") with { Kind = "baseline", Metric = "baseline", Limit = null, Verdict = "Worse", File = "tests/with space/É.cs" },
            Reported.Gate("Tests.C") with { Kind = "epsilon", Metric = "epsilon", File = null, Line = null },
            Reported.Gate("Tests.D") with { Kind = "later" },
        ];
        JsonElement log = JsonDocument.Parse(SarifReport.Render(gates)).RootElement;
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.True(Uri.IsWellFormedUriString(log.GetProperty("$schema").GetString(), UriKind.Absolute));
        JsonElement run = Assert.Single(log.GetProperty("runs").EnumerateArray().ToArray());
        JsonElement driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("Paname", driver.GetProperty("name").GetString());
        string[] rules = [.. driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()!)];
        Assert.Equal(rules.Distinct(), rules);
        Assert.All(driver.GetProperty("rules").EnumerateArray(), rule => Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!));
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        Assert.Equal(["paname/limit", "paname/baseline", "paname/epsilon", "paname/later"], results.Select(result => result.GetProperty("ruleId").GetString()!));
        Assert.All(results, result => Required(result, rules));
        Assert.Equal(4, results.Select(result => result.GetProperty("partialFingerprints").GetProperty("panameGate/v1").GetString()).Distinct().Count());
        Assert.Equal("Leak proven.\n  Line two", results[0].GetProperty("message").GetProperty("text").GetString());
        Assert.Equal("tests/with%20space/%C3%89.cs", results[1].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.False(results[2].GetProperty("locations")[0].TryGetProperty("physicalLocation", out _));
    }

    [Fact]
    public void Nothing_failed_gives_a_log_without_results()
        => Assert.Empty(JsonDocument.Parse(SarifReport.Render([Reported.Gate(holds: true)])).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());

    [Fact]
    public void Fingerprint_is_of_the_gate_and_not_of_what_it_found()
    {
        Assert.Equal(Fingerprint(Reported.Gate()), Fingerprint(Reported.Gate(message: "other") with { Estimate = .9, Line = 99 }));
        Assert.NotEqual(Fingerprint(Reported.Gate()), Fingerprint(Reported.Gate(limit: .6)));

        static string? Fingerprint(ReportGate gate)
            => JsonDocument.Parse(SarifReport.Render([gate])).RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("partialFingerprints").GetProperty("panameGate/v1").GetString();
    }

    private static void Required(JsonElement result, string[] rules)
    {
        Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        Assert.Contains(result.GetProperty("level").GetString(), new[] { "none", "note", "warning", "error" });
        if (result.TryGetProperty("ruleIndex", out JsonElement index))
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[index.GetInt32()]);
        }

        foreach (JsonElement location in result.GetProperty("locations").EnumerateArray())
        {
            Assert.NotEmpty(location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString()!);
            if (location.TryGetProperty("physicalLocation", out JsonElement physical))
            {
                JsonElement artifact = physical.GetProperty("artifactLocation");
                string uri = artifact.GetProperty("uri").GetString()!;
                Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Relative) && !uri.StartsWith('/'));
                Assert.Equal("%SRCROOT%", artifact.GetProperty("uriBaseId").GetString());
                Assert.True(physical.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
            }
        }
    }
}
