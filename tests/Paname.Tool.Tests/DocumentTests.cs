using System.Text.RegularExpressions;
using Paname.Documentation.Tests;

namespace Paname.Tool.Tests;

/// <summary>What docs/tool.md quotes is what the tool says, and its configuration file is one that works.</summary>
public sealed partial class DocumentTests : IDisposable
{
    private const string Page = "docs/tool.md";

    private readonly ToolRun _tool = new();

    public DocumentTests()
    {
        foreach (string file in new[] { "models/credit.onnx", "models/credit-overfit.onnx", "data/train.csv", "data/holdout.csv" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_tool.At(file))!);
            File.Copy(Path.Combine(ToolRun.Sample, file), _tool.At(file));
        }

        // Where a repository ends, so that no file around it counts.
        Directory.CreateDirectory(_tool.At(".git"));
    }

    [Fact]
    public void Audit() => Quoted(ExitCode.Holds, "audit models/credit.onnx --members data/train.csv --non-members data/holdout.csv --label Bad --id Id --auc-below 0.55 --html report.html");

    [Fact]
    public void Configuration_file()
    {
        WriteConfiguration();
        Assert.Equal(ExitCode.Inconclusive, Run("audit").Code);
        Assert.Equal(ExitCode.Holds, Run("accept credit").Code);
        Quoted(ExitCode.Holds, "audit", line => line.StartsWith('|'));
    }

    [Fact]
    public void Baseline_and_acceptance()
    {
        const string Held = " --members data/train.csv --non-members data/holdout.csv --label Bad --id Id --baseline baselines/credit.verified.json --margin 0.04";
        Assert.Equal(ExitCode.Inconclusive, Run("audit models/credit.onnx" + Held).Code);
        Assert.Equal(ExitCode.Holds, Run("accept credit").Code);
        Assert.Equal(ExitCode.GateFailed, Run("audit models/credit-overfit.onnx" + Held).Code);
        Quoted(ExitCode.GateFailed, "review");
        Quoted(ExitCode.GateFailed, "accept credit");
        QuotedText.Holds(Page, Quotable(_tool.Run("accept", "credit", "--reason", "the larger network is needed for the new market"), ExitCode.Holds));
    }

    [Fact]
    public void Doctor()
    {
        _tool.Write("tests/CreditModel.Tests/CreditModel.Tests.csproj", "<Project><ItemGroup><PackageReference Include=\"Paname.Testing.Xunit\" /></ItemGroup></Project>");
        Quoted(ExitCode.GateFailed, "doctor --members data/train.csv --non-members data/holdout.csv --label Bad --id Id");
    }

    [Fact]
    public void Shadow_models()
    {
        WriteConfiguration();
        Quoted(ExitCode.Holds, "shadows plan --members data/train.csv --non-members data/holdout.csv --label Bad --id Id --count 4 --plan shadows.json");
        Quoted(ExitCode.Holds, "shadows train --config paname.json --plan shadows.json --folder shadows --models 0-1");
        Quoted(ExitCode.Inconclusive, "shadows status --folder shadows");
        Quoted(ExitCode.Holds, "shadows train --config paname.json --folder shadows");
    }

    [Fact]
    public void Exit_codes_and_verbs()
    {
        string page = string.Join('\n', Documents.Lines(Page));
        Assert.All(ExitCode.All, exit => Assert.Contains(FormattableString.Invariant($"| {exit.Code} | {exit.Meaning} |"), page, StringComparison.Ordinal));
        Assert.All(Verbs.All(), verb => Assert.Contains($"\n## paname {verb.Name}\n", page, StringComparison.Ordinal));
    }

    public void Dispose() => _tool.Dispose();

    private (int Code, string Out, string Error) Run(string line) => _tool.Run(line.Split(' '));

    private void WriteConfiguration() => _tool.Write("paname.json", Configuration().Match(string.Join('\n', Documents.Lines(Page))).Groups["json"].Value);

    private void Quoted(int code, string line, Func<string, bool>? lines = null)
    {
        Assert.Contains("paname " + line.Split(" --members")[0], string.Join('\n', Documents.Lines(Page)), StringComparison.Ordinal);
        QuotedText.Holds(Page, string.Join('\n', Quotable(Run(line), code).Split('\n').Where(lines ?? (_ => true))));
    }

    private string Quotable((int Code, string Out, string Error) run, int code)
    {
        Assert.True(code == run.Code, run.Out + run.Error);
        return run.Out.ReplaceLineEndings("\n").Replace(_tool.Folder + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Configuration();
}
