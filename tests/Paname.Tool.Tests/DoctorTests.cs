using System.Text.Json;
using Paname.Tests.Shared;

namespace Paname.Tool.Tests;

public sealed class DoctorTests
{
    private const string Project = "<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><PackageReference Include=\"Paname.Testing.Xunit\" /></ItemGroup></Project>";

    [Fact]
    public void Overlap_and_missing_power_are_problems()
    {
        using var tool = new ToolRun();
        tool.Write("a.csv", "id,x,y\n" + string.Join('\n', Enumerable.Range(0, 60).Select(i => $"{i},{i},{i % 2}")) + "\n");
        tool.Write("b.csv", "id,x,y\n" + string.Join('\n', Enumerable.Range(0, 60).Select(i => $"{i + 100},{(i == 3 ? 5 : i + 100)},{(i == 3 ? 1 : i % 2)}")) + "\n");
        (int code, IReadOnlyList<(string Check, bool Problem)> found) = Doctor(tool, "--members", "a.csv", "--non-members", "b.csv", "--label", "y", "--id", "id", "--auc-below", "0.55", "--tpr-below", "0.03@0.001");
        Assert.Equal(1, code);
        Assert.Contains(("split", true), found);
        Assert.Equal(2, found.Count(one => one == ("power", true)));
    }

    [Fact]
    public void A_sound_split_with_power_is_no_problem()
    {
        using var tool = new ToolRun();
        (int code, IReadOnlyList<(string Check, bool Problem)> found) = Doctor(tool, [.. ToolRun.Data, "--auc-below", "0.55"]);
        Assert.Equal(0, code);
        Assert.DoesNotContain(found, one => one.Problem);
    }

    [Fact]
    public void Missing_settings_and_ignore_lines_and_received_files_are_told_until_they_are_mended()
    {
        using var tool = new ToolRun();
        tool.Write("T/T.csproj", Project);
        tool.Write("T/baselines/A.B.received.json", "{}");
        (int code, IReadOnlyList<(string Check, bool Problem)> found) = Doctor(tool);
        Assert.Equal(1, code);
        Assert.Equal([("discovery", false), ("gitignore", false), ("received", false), ("runsettings", true)], found.Order());

        tool.Write("T/t.runsettings", "<RunSettings><RunConfiguration><TreatNoTestsAsError>true</TreatNoTestsAsError></RunConfiguration></RunSettings>");
        tool.Write(".gitignore", "*.received.*\n");
        File.Delete(tool.At("T/baselines/A.B.received.json"));
        (code, found) = Doctor(tool);
        Assert.Equal(0, code);
        Assert.Equal([("discovery", false)], found);
    }

    [Fact]
    public void Audits_of_the_sample_are_read_from_its_assembly_without_running_it()
    {
        string path = Path.Combine(Repository.Root, "samples", "ModelRepoExample", "tests", "CreditModel.Xunit.Tests", "bin", Repository.Configuration, "net10.0", "CreditModel.Xunit.Tests.dll");
        var assembly = TestAssembly.Read(path);
        Assert.Contains(assembly.Methods, method => method is { Class: "CreditPrivacyTests", Name: "Training_records_stay_hidden", ClassIsVisible: true, Adapter: "Paname.Testing.Xunit" });
        Assert.Empty(DiscoveryCheck.Of(assembly, listed: null));
        Complaint missing = Assert.Single(DiscoveryCheck.Of(assembly, listed: "ModelRepoExample.CreditPrivacyTests.Training_records_stay_hidden_from_strong_attacks"), complaint => complaint.Message.Contains("Training_records_stay_hidden ", StringComparison.Ordinal));
        Assert.True(missing.IsProblem);
    }

    [Fact]
    public void An_audit_in_a_class_that_is_not_public_is_not_discovered()
    {
        var assembly = new TestAssembly(typeof(DoctorTests).Assembly.Location, [new("Hidden", "Audit", false, "Paname.Testing.Xunit")]);
        Assert.Contains(DiscoveryCheck.Of(assembly, null), complaint => complaint.IsProblem && complaint.Message.StartsWith("Hidden.Audit is not discovered", StringComparison.Ordinal));
    }

    [Fact]
    public void Baselines_without_a_test_or_without_power_are_problems()
    {
        using var tool = new ToolRun();
        _ = tool.Run(["audit", ToolRun.Model("credit.onnx"), .. ToolRun.Data, "--baseline", "C.M.verified.json", "--margin", "0.05", "--quiet"]);
        Assert.Equal(0, tool.Run("accept", "--all").Code);
        string file = tool.At("C.M.verified.json");
        Assert.Empty(BaselineCheckup.Of(file, new TestAssembly("a.dll", [new("C", "M", true, null)])));
        Assert.Contains(BaselineCheckup.Of(file, new TestAssembly("a.dll", [new("C", "Other", true, null)])), complaint => complaint.IsProblem && complaint.Message.Contains("C.M", StringComparison.Ordinal));
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"margin\": 0.05", "\"margin\": 0.01", StringComparison.Ordinal));
        Assert.Contains(BaselineCheckup.Of(file, null), complaint => complaint is { Check: "power", IsProblem: true });
    }

    private static (int Code, IReadOnlyList<(string Check, bool Problem)> Found) Doctor(ToolRun tool, params string[] options)
    {
        (int code, string output, string error) = tool.Run(["doctor", "--json", .. options]);
        Assert.Equal(string.Empty, error);
        using var document = JsonDocument.Parse(output);
        return (code, [.. document.RootElement.GetProperty("complaints").EnumerateArray().Select(one => (one.GetProperty("check").GetString()!, one.GetProperty("problem").GetBoolean()))]);
    }
}
