using System.Text.Json;
using Paname.Testing;

namespace Paname.Tool.Tests;

/// <summary>Command lines and files that a hurried or a careless person gives.</summary>
public sealed class HostileLineTests
{
    [Theory]
    [InlineData("--html")]
    [InlineData("--baseline")]
    [InlineData("--members")]
    public void A_forgotten_value_does_not_swallow_the_next_option(string option)
    {
        using var tool = new ToolRun();
        (int code, string output, string error) = tool.Run("audit", "m.onnx", option, "--json");
        Assert.Equal(2, code);
        Assert.Contains($"{option} needs a value, and '--json' is an option.", error, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(output);
        Assert.Equal(2, document.RootElement.GetProperty("exitCode").GetInt32());
        Assert.Empty(Directory.GetFileSystemEntries(tool.Folder));
    }

    [Theory]
    [InlineData("audit", "m.onnx", "--seed", "99999999999")]
    [InlineData("audit", "m.onnx", "--shadows", "many")]
    [InlineData("shadows", "plan", "--plan", "p.json", "--count", "1e3")]
    public void A_number_that_is_none_is_told_without_a_name_of_dotnet(params string[] line)
    {
        using var tool = new ToolRun();
        (int code, _, string error) = tool.Run(line);
        Assert.Equal(2, code);
        Assert.Contains("takes a whole number", error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_files_are_told_as_such()
    {
        using var tool = new ToolRun();
        Assert.Equal(4, Told(tool, ["audit", "no.onnx", .. ToolRun.Data], "There is no file"));
        Assert.Equal(4, Told(tool, ["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data[..2], "--non-members", "no.csv", "--label", "Bad"], "There is no file"));
        Assert.Equal(2, Told(tool, ["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--evidence", "sure"], "The evidence is one of"));
        tool.Write("r.html/keep", string.Empty);
        Assert.Equal(4, Told(tool, ["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--html", "r.html"], "r.html cannot be written"));
        tool.Write("text.dll", "no assembly");
        Assert.Equal(4, Told(tool, ["doctor", "--assembly", "text.dll"], "is no .NET assembly"));
    }

    [Fact]
    public void An_audit_in_which_nothing_ran_shows_nothing()
    {
        using var tool = new ToolRun();
        Assert.Equal(3, tool.Run(["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--time-budget", "0.0000001"]).Code);
        Assert.Equal(3, Told(tool, ["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--time-budget", "0.0000001", "--baseline", "n.verified.json"], "No attack gave a number"));
        Assert.Equal(0, tool.Run(["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data]).Code);
    }

    [Fact]
    public void A_folder_without_results_is_not_green()
    {
        using var tool = new ToolRun();
        Assert.Equal(3, Told(tool, ["report", "."], "neither an audit nor a gate"));
    }

    [Fact]
    public void A_damaged_received_file_hides_none_of_the_others()
    {
        using var tool = new ToolRun();
        _ = tool.Run(["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--baseline", "b/z.verified.json", "--margin", "0.05", "--json-file", "r.json"]);
        AuditReport report = AuditReport.Parse(File.ReadAllText(tool.At("r.json")), "r.json");
        Assert.Contains("  Received: b/z.received.json", Assert.Single(report.Gates).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(tool.Folder, Assert.Single(report.Gates).Message, StringComparison.Ordinal);
        tool.Write("b/a.received.json", File.ReadAllText(tool.At("b/z.received.json")).Replace("paname-baseline/1", "paname-baseline/0", StringComparison.Ordinal));

        (int code, string output, _) = tool.Run("review");
        Assert.Equal(4, code);
        Assert.Contains("a: cannot be read. a.received.json: schema", output, StringComparison.Ordinal);
        Assert.Contains("z: Missing.", output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"Loss auc.*shown only", output);
        Assert.Matches(@"Loss tpr@0\.01.*shown only", output);
        using (var document = JsonDocument.Parse(tool.Run("review", "--json").Out))
        {
            Assert.Equal([null, "Missing"], document.RootElement.GetProperty("received").EnumerateArray().Select(one => one.GetProperty("outcome").GetString()));
        }

        (code, output, _) = tool.Run("accept", "--all");
        Assert.Equal(4, code);
        Assert.Contains("a: refused. a.received.json: schema", output, StringComparison.Ordinal);
        Assert.Contains("z: Stored the first baseline of z. Commit b/z.verified.json" + Environment.NewLine, output, StringComparison.Ordinal);
        Assert.True(File.Exists(tool.At("b/a.received.json")));
        Assert.False(File.Exists(tool.At("b/z.received.json")));
    }

    [Fact]
    public void A_name_given_twice_is_accepted_once()
    {
        using var tool = new ToolRun();
        _ = tool.Run(["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--baseline", "z.verified.json", "--margin", "0.05"]);
        (int code, string output, _) = tool.Run("accept", "z", "z", "z.received.json", "--json");
        using var document = JsonDocument.Parse(output);
        Assert.Equal((0, 1), (code, document.RootElement.GetProperty("baselines").GetArrayLength()));
    }

    [Fact]
    public void Baselines_of_inherited_tests_and_of_classes_in_files_of_other_names_have_a_test()
    {
        using var tool = new ToolRun();
        _ = tool.Run(["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--baseline", "x.verified.json", "--margin", "0.05"]);
        string received = File.ReadAllText(tool.At("x.received.json"));

        Assert.Empty(Dangling("NUnit", "FirstFixture.Inherited"));
        Assert.NotEmpty(Dangling("NUnit", "InheritedTests.Inherited"));
        Assert.NotEmpty(Dangling("NUnit", "Elsewhere.Inherited"));
        Assert.Empty(Dangling("Xunit", "Elsewhere.Auc"));
        Assert.NotEmpty(Dangling("Xunit", "Elsewhere.Gone"));

        IEnumerable<Complaint> Dangling(string framework, string test)
        {
            string host = typeof(HostileLineTests).Assembly.Location;
            var assembly = new TestAssembly(host, framework == "Xunit"
                ? [new("BaselineTests", "Auc", true, null), new("BaselineTests", "Rows", true, "Paname.Testing.Xunit")]
                : TestAssembly.Read(host).Methods);
            string file = tool.Write("y.verified.json", received.Replace("\"test\": \"x\"", $"\"test\": \"{test}\"", StringComparison.Ordinal));
            return BaselineCheckup.Of(file, assembly).Where(complaint => complaint.Message.Contains("has no such test", StringComparison.Ordinal));
        }
    }

    private static int Told(ToolRun tool, string[] line, string expected)
    {
        (int code, _, string error) = tool.Run(line);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        return code;
    }
}

/// <summary>Read from the metadata of this assembly: a test that two classes inherit.</summary>
public abstract class InheritedTests
{
    public void Inherited() => GC.KeepAlive(this);
}

public sealed class FirstFixture : InheritedTests;
