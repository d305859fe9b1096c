namespace Paname.Tool.Tests;

public sealed class HelpTests
{
    private static readonly string[][] Lines =
        [["audit"], ["review"], ["accept"], ["report"], ["history"], ["doctor"], ["shadows", "plan"], ["shadows", "train"], ["shadows", "status"]];

    public static TheoryData<string[]> VerbLines { get; } = [.. Lines];

    [Theory]
    [MemberData(nameof(VerbLines))]
    public void Every_verb_shows_examples_and_exit_codes(string[] verb)
    {
        using var tool = new ToolRun();
        (int code, string output, string error) = tool.Run([.. verb, "--help"]);
        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains("Examples:\n  paname " + string.Join(' ', verb), output.ReplaceLineEndings("\n").Replace("PANAME_ARTIFACTS=$PWD/artifacts dotnet test; ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("--json", output, StringComparison.Ordinal);
        Assert.All(ExitCode.All, exit => Assert.Contains(exit.Meaning, output, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_lists_all_verbs_and_they_are_all_tested()
    {
        using var tool = new ToolRun();
        string output = tool.Run("--help").Out;
        string[] names = [.. Verbs.All().Select(verb => verb.Name)];
        Assert.All(names, name => Assert.Contains($"  {name}", output, StringComparison.Ordinal));
        Assert.Equal(names.Order(), Lines.Select(line => line[0]).Distinct().Order());
    }

    [Fact]
    public void Codes_are_distinct_and_several_gates_count_by_the_gravest()
    {
        Assert.Equal([0, 1, 2, 3, 4, 5, 130], ExitCode.All.Select(exit => exit.Code));
        Assert.Equal(0, ExitCode.OfAll([]));
        Assert.Equal(0, ExitCode.OfAll([0, 0]));
        Assert.Equal(3, ExitCode.OfAll([0, 3]));
        Assert.Equal(1, ExitCode.OfAll([3, 1, 0]));
    }

    [Fact]
    public void Version_is_the_tools_own()
    {
        using var tool = new ToolRun();
        Assert.Equal((0, ToolVersion.Text), (tool.Run("--version") is var run ? run.Code : -1, run.Out.Trim()));
        Assert.Matches(@"^\d+\.\d+\.\d+", ToolVersion.Text);
    }
}
