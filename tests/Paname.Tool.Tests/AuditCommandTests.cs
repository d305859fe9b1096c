using System.Text.Json;
using Paname.Testing;

namespace Paname.Tool.Tests;

public sealed class AuditCommandTests
{
    [Theory]
    [InlineData("credit.onnx", "0.55", 0, "Pass")]
    [InlineData("credit-overfit.onnx", "0.55", 1, "Fail")]
    [InlineData("credit.onnx", "0.52", 3, "Inconclusive")]
    public void Exit_code_says_what_the_gate_said(string model, string limit, int expected, string verdict)
    {
        using var tool = new ToolRun();
        (int code, string output, _) = tool.Run(["audit", ToolRun.Model(model), .. ToolRun.Data, "--auc-below", limit, "--json"]);
        using var document = JsonDocument.Parse(output);
        JsonElement root = document.RootElement;
        Assert.Equal((expected, expected), (code, root.GetProperty("exitCode").GetInt32()));
        Assert.Equal(verdict, root.GetProperty("gates")[0].GetProperty("verdict").GetString());
        Assert.Equal("audit", root.GetProperty("verb").GetString());
    }

    [Fact]
    public void A_proven_leak_counts_before_an_inconclusive_gate()
    {
        using var tool = new ToolRun();
        (int code, string output, _) = tool.Run(["audit", ToolRun.Model("credit-overfit.onnx"), .. ToolRun.Data, "--tpr-below", "0.011@0.01", "--auc-below", "0.55"]);
        Assert.Equal(1, code);
        Assert.Contains("Leak proven", output, StringComparison.Ordinal);
        Assert.Contains("Inconclusive", output, StringComparison.Ordinal);
        Assert.Contains("replay: the same command with --seed 1", output, StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet test", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Config_file_says_the_same_as_options_and_all_files_are_written()
    {
        using var tool = new ToolRun();
        tool.Write("paname.json", $$"""
            {
              // Paths start at this file.
              "model": { "file": {{Quoted(ToolRun.Model("credit.onnx"))}} },
              "data": { "members": {{Quoted(ToolRun.Data[1])}}, "nonMembers": {{Quoted(ToolRun.Data[3])}}, "label": "Bad", "id": "Id" },
              "limits": [ { "metric": "auc", "below": 0.55 }, { "metric": "tpr", "fpr": 0.01, "below": 0.03, "evidence": "leak-proven" } ],
              "utility": [ { "name": "accuracy", "value": 0.78 } ],
              "outputs": { "html": "out/r.html", "markdown": "out/r.md", "json": "out/r.json", "sarif": "out/r.sarif", "history": "h.jsonl", "language": "fr" }
            }
            """);
        (int code, string output, string error) = tool.Run("audit");
        Assert.True(code == 0, output + error);
        AuditReport report = AuditReport.Parse(File.ReadAllText(tool.At("out/r.json")), "r.json");
        Assert.Equal(["auc", "tpr@0.01"], report.Gates.Select(gate => gate.Metric));
        Assert.Equal(["accuracy"], report.Utility.Select(metric => metric.Name));
        Assert.Contains("lang=\"fr\"", File.ReadAllText(tool.At("out/r.html")), StringComparison.Ordinal);
        Assert.NotEmpty(File.ReadAllText(tool.At("out/r.md")));
        using var sarif = JsonDocument.Parse(File.ReadAllText(tool.At("out/r.sarif")));
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        Assert.Single(HistoryFile.Read(tool.At("h.jsonl")));

        (int history, string table, _) = tool.Run("history", "h.jsonl", "--json");
        using var trend = JsonDocument.Parse(table);
        Assert.Equal((0, "credit.onnx"), (history, trend.RootElement.GetProperty("models")[0].GetProperty("target").GetString()));
    }

    [Fact]
    public void Predictions_are_audited_without_a_model()
    {
        using var tool = new ToolRun();
        IEnumerable<string> lines = Enumerable.Range(0, 1200).Select(i => FormattableString.Invariant($"{0.5 + (0.4 * Math.Sin(i))},{0.5 - (0.4 * Math.Sin(i))},{i % 2},{i / 600}"));
        tool.Write("p.csv", "p0,p1,y,member\n" + string.Join('\n', lines) + "\n");
        (int code, string output, string error) = tool.Run(
            "audit", "--predictions", "p.csv", "--output", "probabilities", "--outputs", "p0", "p1", "--label", "y", "--member", "member", "--auc-below", "0.6");
        Assert.True(code == 0, output + error);
    }

    [Theory]
    [InlineData(2, "audit")]
    [InlineData(2, "audit", "--no-such-option")]
    [InlineData(2, "audit", "m.onnx", "--auc-below", "0,55")]
    [InlineData(2, "audit", "m.onnx", "--auc-below", "0.5")]
    [InlineData(2, "audit", "m.onnx", "--tpr-below", "0.03")]
    [InlineData(2, "audit", "m.onnx", "--tier", "huge")]
    [InlineData(2, "audit", "m.onnx", "--language", "de")]
    [InlineData(2, "audit", "m.onnx", "--time-budget", "0")]
    [InlineData(2, "audit", "--config", "missing.json")]
    [InlineData(2)]
    [InlineData(2, "nosuch")]
    [InlineData(4, "audit", "missing.onnx", "--members", "a.csv")]
    [InlineData(4, "history", "missing.jsonl")]
    [InlineData(4, "report", "missing")]
    [InlineData(4, "shadows", "status", "--folder", "missing")]
    [InlineData(2, "review", "missing")]
    public void Wrong_lines_and_missing_files_have_their_codes_and_one_line_of_error(int expected, params string[] line)
    {
        using var tool = new ToolRun();
        (int code, string output, string error) = tool.Run(line);
        Assert.Equal((expected, string.Empty), (code, output));
        Assert.StartsWith("paname: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        (int again, string json, _) = tool.Run([.. line, "--json"]);
        using var document = JsonDocument.Parse(json);
        Assert.Equal((expected, expected), (again, document.RootElement.GetProperty("exitCode").GetInt32()));
        Assert.NotEmpty(document.RootElement.GetProperty("error").GetString()!);
    }

    [Theory]
    [InlineData("""{ "limit": [] }""")]
    [InlineData("""{ "limits": [ { "metric": "auc", "bellow": 0.55 } ] }""")]
    [InlineData("""{ "limits": [ { "metric": "auc", "below": "0.55" } ] }""")]
    [InlineData("""{ "audit": { "seed": 1, "seed": 2 } }""")]
    [InlineData("""{ "audit": """)]
    public void Unknown_doubled_or_mistyped_properties_of_a_config_are_refused(string config)
    {
        using var tool = new ToolRun();
        tool.Write("paname.json", config);
        (int code, _, string error) = tool.Run("audit");
        Assert.Equal(2, code);
        Assert.Contains("paname.json", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_run_says_so()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        using var tool = new ToolRun { Token = source.Token };
        (int code, string output, string error) = tool.Run(["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--seed", "77", "--auc-below", "0.55"]);
        Assert.Equal((130, string.Empty), (code, output));
        Assert.Contains("Cancelled", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_the_tool_itself_asks_for_a_report_and_quotes_nothing()
    {
        using var tool = new ToolRun { Variable = _ => throw new InvalidOperationException("SECRET") };
        (int code, string output, string error) = tool.Run(["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data]);
        Assert.Equal((5, string.Empty), (code, output));
        Assert.Contains("please report", error, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", error, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_prints_nothing_but_the_code()
    {
        using var tool = new ToolRun();
        Assert.Equal((1, string.Empty, string.Empty), tool.Run(["audit", ToolRun.Model("credit-overfit.onnx"), .. ToolRun.Data, "--auc-below", "0.55", "--quiet"]));
    }

    private static string Quoted(string path) => JsonSerializer.Serialize(path);
}
