using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.Membership.Simulated;
using Xunit.Abstractions;

namespace Paname.Testing.Tests.Simulated;

/// <summary>How often audits of ten attacks err on simulated models with shadow models. PANAME_SIMULATION_REPLICATES sets the replicates.</summary>
public sealed class AuditLevelTests(ITestOutputHelper output)
{
    private const int PerSide = 200;
    private const double Level = .05;
    private const double Memory = .5;

    [Theory]
    [InlineData(0, .5)]
    [InlineData(Memory, .55)]
    public void A_leak_of_the_limit_is_proven_no_more_often_than_the_level(double memory, double trueAuc)
    {
        int runs = SimulationReplicates.Or(12);
        double limit = Math.Max(.5001, trueAuc);
        var metrics = Enumerable.Range(0, runs).Select(run => SimulatedAudit.Auc(new SimulatedWorld(PerSide, run, memory, permuted: false), PerSide, run, controls: false)).ToArray();
        Verdict[] verdicts = [.. metrics.Select(metric => metric.Judge(limit, Evidence.LeakProven))];
        int proven = verdicts.Count(verdict => verdict.Outcome == VerdictOutcome.Fail);
        int passed = verdicts.Count(verdict => verdict.Outcome == VerdictOutcome.Pass);
        output.WriteLine(FormattableString.Invariant($"ROW audit | memory {memory} | limit {limit} | {runs} | proven {proven / (double)runs:P2} | passed {passed / (double)runs:P2}"));
        foreach (string attack in metrics[0].Audit.Applicable.Select(attack => attack.Name))
        {
            BoundedEstimate[] own = [.. metrics.Select(metric => metric.Audit.AucOf(attack))];
            double mean = own.Average(auc => auc.Value);
            output.WriteLine(FormattableString.Invariant(
                $"ROW audit auc | {memory} | {attack} | mean {mean:F4} | SD {Math.Sqrt(own.Sum(auc => Math.Pow(auc.Value - mean, 2)) / (runs - 1)):F4} | mean SE {own.Average(auc => auc.StandardError):F4} | passed {verdicts.Count(verdict => verdict.Attacks.Single(one => one.Attack == attack).Outcome == VerdictOutcome.Pass) / (double)runs:P1}"));
        }

        Assert.Equal(10, metrics[0].Audit.Applicable.Count);
        Assert.InRange(proven, 0, SimulationReplicates.Allowed(Level, runs));
        Assert.InRange(passed, 0, SimulationReplicates.Allowed(Level, runs));
    }

    [Fact]
    public void Controls_doubt_a_sound_audit_no_more_often_than_they_say()
    {
        int runs = SimulationReplicates.Or(3);
        string[] doubts = [.. Enumerable.Range(0, runs).SelectMany(run => SimulatedAudit.Auc(new SimulatedWorld(PerSide, run, 0, permuted: false), PerSide, run, controls: true)
            .Audit.Findings.Where(finding => finding.BlocksPass).Select(finding => finding.Message))];
        output.WriteLine(FormattableString.Invariant($"ROW controls | {runs} | doubts {doubts.Length}: {string.Join(" / ", doubts.Select(doubt => doubt[..Math.Min(90, doubt.Length)]))}"));

        // One in a thousand for each of ten planted leaks, for the null controls together, and for the split.
        Assert.InRange(doubts.Length, 0, SimulationReplicates.Allowed(.012, runs));
    }
}
