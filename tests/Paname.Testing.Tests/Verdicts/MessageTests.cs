using System.Globalization;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Verdicts;

/// <summary>A verdict's text is a work item: what, on what evidence, which records, how to replay it, what next.</summary>
public sealed class MessageTests
{
    private readonly Gate _gate = new();

    [Fact]
    public void Failure_names_attack_bounds_evidence_records_seed_replay_and_next_steps()
    {
        string message = _gate.Judge(Synthetic.Data(1000, leak: 1), .55).Message;
        string[] lines = message.Split(Environment.NewLine);
        Assert.Equal("Leak proven: membership inference reaches an AUC of at least 0.55 against model.onnx.", lines[0]);
        Assert.StartsWith("  model.onnx: 1,000 members against 1,000 non-members, attack set smoke/1; the model is right for ", lines[1], StringComparison.Ordinal);
        Assert.Equal("  attack              AUC  one-sided 95 % bounds  verdict", lines[3]);
        Assert.Matches(@"^  Loss             0\.\d{4}  L 0\.\d{4}  U 0\.\d{4}     leak proven \(Holm-adjusted p = .+\)$", lines[4]);
        Assert.Contains("  ModifiedEntropy                                 not applicable: ranks records as Loss does when there are two classes", lines);
        Assert.Contains("  Loss stands for Confidence, ScaledLogit, AttackP, ModifiedEntropy, Hinge, which rank records alike.", lines);
        Assert.Contains(lines, line => line.StartsWith("  Evidence rule: passes only if the upper 95 % bound of every attack lies below 0.55", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  Most exposed by Loss: member #", StringComparison.Ordinal) && line.Split('#').Length == 6);
        Assert.Contains("  Seed 1; replay: PANAME_SEED=1 dotnet test --filter \"FullyQualifiedName~Tests.Gate\"", lines);
        Assert.Contains("  Try next:", lines);
        Assert.Contains(lines, line => line.Contains("they say nothing about the recipe", StringComparison.Ordinal));
    }

    [Fact]
    public void Most_exposed_are_the_members_with_the_highest_scores()
    {
        var data = Synthetic.Data(1000, leak: 1);
        double[] margins = Synthetic.Margins(data);
        int top = Array.IndexOf(margins, margins.Max());
        Assert.Contains($"  Most exposed by Loss: member #{top + 1}, ", _gate.Judge(data, .55).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pass_names_no_record()
        => Assert.DoesNotContain("member #", _gate.Judge(Synthetic.Data(2000, leak: 0), .55).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(2000, 0)]
    [InlineData(60, 0)]
    [InlineData(1000, 1)]
    public void No_claim_beyond_the_attacks_is_printed(int perSide, double leak)
    {
        string message = _gate.Judge(Synthetic.Data(perSide, leak), .55).Message;
        Assert.DoesNotContain("anonymous", message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("compliant", message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        string here = _gate.Judge(Synthetic.Data(1000, leak: 1), .55).Message;
        string there = InCulture("fr-FR", () => _gate.Judge(Synthetic.Data(1000, leak: 1), .55).Message);
        Assert.Equal(here, there);
    }

    private static string InCulture(string name, Func<string> work)
    {
        string result = string.Empty;
        var thread = new Thread(() => result = work()) { CurrentCulture = CultureInfo.GetCultureInfo(name) };
        thread.Start();
        thread.Join();
        return result;
    }
}
