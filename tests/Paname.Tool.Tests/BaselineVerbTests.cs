using System.Text.Json;
using Paname.Testing;

namespace Paname.Tool.Tests;

public sealed class BaselineVerbTests
{
    [Fact]
    public void Baseline_is_begun_kept_and_worsened_only_with_a_reason()
    {
        using var tool = new ToolRun();
        string[] good = ["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--baseline", "b/credit.verified.json", "--margin", "0.05"];
        string[] bad = ["audit", ToolRun.Model("credit-overfit.onnx"), .. ToolRun.Data, "--baseline", "b/credit.verified.json"];
        Assert.Equal(3, tool.Run(good).Code);
        Assert.Equal(3, tool.Run("review").Code);

        tool.Variables["CI"] = "true";
        (int code, _, string error) = tool.Run("accept", "credit");
        Assert.Equal(2, code);
        Assert.Contains("build server", error, StringComparison.Ordinal);
        Assert.Equal(2, tool.Run("review", "--diff").Code);
        Assert.False(File.Exists(tool.At("b/credit.verified.json")));
        tool.Variables.Clear();

        Assert.Equal(0, tool.Run("accept", "credit").Code);
        Assert.False(File.Exists(tool.At("b/credit.received.json")));
        Assert.Equal(0, tool.Run(good).Code);
        (code, string output, _) = tool.Run(bad);
        Assert.Equal(1, code);
        Assert.Contains("replay: the same command with --seed 1", output, StringComparison.Ordinal);
        (code, output, _) = tool.Run("review", "--json");
        using (var document = JsonDocument.Parse(output))
        {
            JsonElement received = document.RootElement.GetProperty("received")[0];
            Assert.Equal((1, "credit", "Worse"), (code, received.GetProperty("name").GetString(), received.GetProperty("outcome").GetString()));
            Assert.Contains(received.GetProperty("metrics").EnumerateArray(), metric => metric.GetProperty("outcome").GetString() == "Worse" && metric.GetProperty("difference").GetDouble() > .05);
        }

        (code, output, _) = tool.Run("accept", "--all");
        Assert.Equal(1, code);
        Assert.Contains("needs a reason", output, StringComparison.Ordinal);
        Assert.True(File.Exists(tool.At("b/credit.received.json")));
        Assert.Equal(0, tool.Run("accept", "b/credit.received.json", "--reason", "more features").Code);
        Baseline stored = Baseline.Parse(File.ReadAllText(tool.At("b/credit.verified.json")), "credit");
        Assert.Equal("more features", Assert.Single(stored.Acceptances).Reason);
        Assert.Equal(0, tool.Run(bad).Code);
    }

    [Fact]
    public void Previous_model_lets_smaller_changes_be_seen()
    {
        using var tool = new ToolRun();
        string[] good = ["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--baseline", "credit.verified.json", "--margin", "0.05"];
        Assert.Equal(3, tool.Run(good).Code);
        Assert.Equal(0, tool.Run("accept", "--all").Code);
        string[] bad = ["audit", ToolRun.Model("credit-overfit.onnx"), .. ToolRun.Data, "--baseline", "credit.verified.json"];
        double apart = Seen(bad);
        double paired = Seen([.. bad, "--previous", ToolRun.Model("credit.onnx")]);
        Assert.InRange(paired, 0.001, 0.9 * apart);

        double Seen(string[] line)
        {
            Assert.Equal(1, tool.Run(line).Code);
            using var document = JsonDocument.Parse(tool.Run("review", "--json").Out);
            return document.RootElement.GetProperty("received")[0].GetProperty("metrics").EnumerateArray()
                .Single(metric => metric.GetProperty("name").GetString() == "Loss auc").GetProperty("mde").GetDouble();
        }
    }

    [Fact]
    public void Gates_inside_an_audit_file_count_in_a_report()
    {
        using var tool = new ToolRun();
        Assert.Equal(1, tool.Run(["audit", ToolRun.Model("credit-overfit.onnx"), .. ToolRun.Data, "--auc-below", "0.55", "--json-file", "results/audit-one.json"]).Code);
        (int code, string output, _) = tool.Run("report", "results");
        Assert.Equal(1, code);
        Assert.Contains("Audits: 1; gates: 1, of which failed: 1.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("accept", "nosuch")]
    [InlineData("accept", "one", "--all")]
    [InlineData("accept", "nosuch.received.json")]
    public void Accept_needs_to_know_what(params string[] line)
    {
        using var tool = new ToolRun();
        Assert.Equal(2, tool.Run(line).Code);
    }

    [Theory]
    [InlineData("GITHUB_ACTIONS", "true")]
    [InlineData("TF_BUILD", "True")]
    [InlineData("JENKINS_URL", "x")]
    public void Nothing_is_accepted_on_any_build_server(string variable, string value)
    {
        using var tool = new ToolRun();
        Assert.Equal(0, tool.Run("accept", "--all").Code);
        tool.Variables[variable] = value;
        Assert.Equal(2, tool.Run("accept", "--all").Code);
    }

    [Fact]
    public void A_damaged_baseline_cannot_be_used()
    {
        using var tool = new ToolRun();
        tool.Write("credit.verified.json", "{ \"schema\": \"paname-baseline/1\", ");
        Assert.Equal(4, tool.Run(["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--baseline", "credit.verified.json"]).Code);
    }
}
