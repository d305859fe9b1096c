using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Documentation.Tests;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Audits.Controls;

/// <summary>What docs/verdicts.md quotes of controls that fail is what a user gets.</summary>
public sealed class ControlMessageTests
{
    private readonly Gate _gate = new();

    [Theory]
    [InlineData("positive control failed")]
    [InlineData("null control failed")]
    [InlineData("shifted split")]
    public void Failed_control(string control)
    {
        MembershipData data = Memorised.Data(1000, shift: control == "shifted split" ? 1 : 0);
        AuditedMetric auc = _gate.Auc(Memorised.Model(data, leak: 0), data, new AuditOptions { Controls = true, Set = new AttackSet("test/1", [Attack(control)]) });
        AuditFinding finding = Assert.Single(auc.Audit.Findings, finding => finding.Message.StartsWith(control, StringComparison.Ordinal));
        QuotedText.Holds("docs/verdicts.md", finding.Message);
    }

    private static IMembershipAttack Attack(string control) => control switch
    {
        "positive control failed" => new FakeAttack("Blind") { OnScore = (observations, run) => new AttackScores(Noise(observations.Outputs.Count, run.Seed)) },
        "null control failed" => new FakeAttack("Cheat") { OnScore = (observations, _) => new AttackScores([.. Enumerable.Range(0, observations.Outputs.Count).Select(i => (i < observations.Members ? 1.0 : 0) + (i % 7))]) },
        _ => MembershipAttacks.Loss,
    };

    private static double[] Noise(int count, int seed)
    {
        var random = new MathNet.Numerics.Random.MersenneTwister(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
    }
}
