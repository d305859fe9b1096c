using System.Text.Json;
using Paname.Tests.Shared;

namespace Paname.Packaging.Tests;

/// <summary>The installed tool audits the sample in one command: green for the good model, red for the one that learned by heart.</summary>
[Collection("packages")]
public sealed class ToolTests(PackedLibraries packed)
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "ModelRepoExample");

    [Fact]
    public void Tool_installed_from_the_feed_alone_audits_with_reports_and_exit_codes()
    {
        var tool = new InstalledTool(packed);
        string report = Path.Combine(packed.Directory, "report.html");
        string[] data = ["--members", "data/train.csv", "--non-members", "data/holdout.csv", "--label", "Bad", "--id", "Id", "--auc-below", "0.55"];

        (int good, string output, string error) = tool.Run(Sample, ["audit", "models/credit.onnx", .. data, "--html", report]);
        Assert.True(good == 0, output + error);
        Assert.Contains("| AUC below 0.55 | Pass ", output, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(report), StringComparison.OrdinalIgnoreCase);

        (int bad, string json, _) = tool.Run(Sample, ["audit", "models/credit-overfit.onnx", .. data, "--json"]);
        using var document = JsonDocument.Parse(json);
        Assert.Equal((1, 1, "Fail"), (bad, document.RootElement.GetProperty("exitCode").GetInt32(), document.RootElement.GetProperty("gates")[0].GetProperty("verdict").GetString()));

        (int code, string version, _) = tool.Run(Sample, "--version");
        Assert.Equal((0, PackedLibraries.Version.Split('-')[0]), (code, version.Trim()));
    }
}
