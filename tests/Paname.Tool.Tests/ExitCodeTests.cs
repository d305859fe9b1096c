namespace Paname.Tool.Tests;

/// <summary>Exit codes and files that nothing else holds fast.</summary>
public sealed class ExitCodeTests
{
    [Fact]
    public void A_point_estimate_above_its_limit_is_a_failed_gate()
    {
        using var tool = new ToolRun();
        Assert.Equal(1, tool.Run(["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--auc-below", "0.505", "--evidence", "point-estimate"]).Code);
    }

    [Fact]
    public void Limits_of_the_command_line_take_the_place_of_the_file_s()
    {
        using var tool = new ToolRun();
        tool.Write("paname.json", "{ \"limits\": [ { \"metric\": \"auc\", \"below\": 0.9 } ] }");
        string[] line = ["audit", ToolRun.Model("credit-overfit.onnx"), .. ToolRun.Data, "--config", "paname.json"];
        Assert.Equal(0, tool.Run(line).Code);
        Assert.Equal(1, tool.Run([.. line, "--auc-below", "0.55"]).Code);
    }

    [Fact]
    public void What_waits_is_cleared_when_the_baseline_is_met_and_better_is_no_failure()
    {
        using var tool = new ToolRun();
        string[] bad = ["audit", ToolRun.Model("credit-overfit.onnx"), .. ToolRun.Data, "--baseline", "c.verified.json", "--margin", "0.05"];
        string[] good = ["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--baseline", "c.verified.json"];
        Assert.Equal(3, tool.Run(bad).Code);
        Assert.Equal(0, tool.Run("accept", "c").Code);
        Assert.Equal(0, tool.Run(good).Code);
        Assert.True(File.Exists(tool.At("c.received.json")));
        Assert.Equal(0, tool.Run("review").Code);
        Assert.Equal(0, tool.Run(bad).Code);
        Assert.False(File.Exists(tool.At("c.received.json")));
    }

    [Theory]
    [InlineData("Missing", 3)]
    [InlineData("Changed", 3)]
    [InlineData("Unreadable", 3)]
    [InlineData("Inconclusive", 3)]
    [InlineData("Worse", 1)]
    [InlineData("Fail", 1)]
    public void Report_says_what_gates_judged_elsewhere_came_to(string verdict, int expected)
    {
        using var tool = new ToolRun();
        tool.Write("gates.jsonl", $$"""{"framework":"xUnit","holds":false,"kind":"baseline","message":"said","metric":"baseline","verdict":"{{verdict}}"}""" + "\n");
        Assert.Equal(expected, tool.Run("report", ".").Code);
    }
}
