using System.Text.Json;

namespace Paname.Tool.Tests;

public sealed class ShadowVerbTests
{
    [Fact]
    public void Two_machines_fill_a_folder_and_the_audit_is_that_of_retraining()
    {
        using var tool = new ToolRun();
        string model = ToolRun.Model("credit.onnx");
        Assert.Equal(0, tool.Run(["shadows", "plan", .. ToolRun.Data, "--count", "4", "--plan", "plan.json"]).Code);
        Assert.Equal(0, tool.Run(["shadows", "train", model, .. ToolRun.Data, "--plan", "plan.json", "--folder", "s", "--models", "0,2"]).Code);
        (int code, string output, _) = tool.Run("shadows", "status", "--folder", "s", "--json");
        using (var status = JsonDocument.Parse(output))
        {
            Assert.Equal((3, "0,2", "1,3"), (code, status.RootElement.GetProperty("done").GetString(), status.RootElement.GetProperty("missing").GetString()));
        }

        string[] audit = ["audit", model, .. ToolRun.Data, "--tier", "standard", "--controls", "false", "--json"];
        Assert.Equal(4, tool.Run([.. audit, "--shadow-folder", "s"]).Code);
        Assert.Equal(4, tool.Run(["shadows", "train", ToolRun.Model("credit-overfit.onnx"), .. ToolRun.Data, "--folder", "s"]).Code);
        (code, output, _) = tool.Run(["shadows", "train", model, .. ToolRun.Data, "--folder", "s", "--json"]);
        using (var trained = JsonDocument.Parse(output))
        {
            Assert.Equal((0, 2, 2), (code, trained.RootElement.GetProperty("trained").GetInt32(), trained.RootElement.GetProperty("kept").GetInt32()));
        }

        Assert.Equal(0, tool.Run("shadows", "status", "--folder", "s").Code);
        string fromFolder = Attacks(tool.Run([.. audit, "--shadow-folder", "s"]).Out);
        string retrained = Attacks(tool.Run([.. audit, "--shadows", "4", "--shadow-cache", "c"]).Out);
        Assert.Contains("RMIA", fromFolder, StringComparison.Ordinal);
        Assert.Equal(retrained, fromFolder);
    }

    [Theory]
    [InlineData("0-3", 8, "0-3")]
    [InlineData("5, 0-2,1,7", 8, "0-2,5,7")]
    public void Ranges_are_read_and_written(string text, int count, string expected) => Assert.Equal(expected, Ranges.Text(Ranges.Parse(text, count)));

    [Theory]
    [InlineData("8")]
    [InlineData("3-1")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("1-2-3")]
    public void Ranges_outside_the_plan_are_refused(string text) => Assert.Equal(2, Assert.Throws<ToolException>(() => Ranges.Parse(text, 8)).Code);

    private static string Attacks(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("attacks").GetRawText();
    }
}
