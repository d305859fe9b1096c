using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.Membership.Controls;
using Xunit.Abstractions;

namespace Paname.Attacks.Tests.Membership.Simulated;

/// <summary>
/// On permuted membership no attack errs more often than its level; a leak that models do have is found. PANAME_SIMULATION_REPLICATES sets the replicates.
/// </summary>
public sealed class AttackLevelTests(ITestOutputHelper output)
{
    private const int PerSide = 100;
    private const double Level = .05;
    private const double Memory = 3;

    private static readonly int Nulls = SimulationReplicates.Or(16);
    private static readonly int Leaks = SimulationReplicates.Or(4);

    public static TheoryData<string> Names => [.. SimulatedAttacks.All.Keys];

    [Fact]
    public void Every_attack_of_the_thorough_set_is_simulated()
        => Assert.All(AttackSet.Thorough.Attacks, attack => Assert.Equal(attack.Name, SimulatedAttacks.All[attack.Name].Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void On_permuted_membership_an_attack_errs_no_more_often_than_its_level(string name)
    {
        // Every other target and its shadow models remember their records, though not those that are called members.
        ScoreSample[] samples = [.. Enumerable.Range(0, Nulls).Select(seed => Run(name, seed, seed % 2 == 0 ? 0 : Memory, permuted: true))];
        double critical = Quantiles.NormalUpper(Level / 2);
        int outside = samples.Count(sample => Math.Abs(Auc.InvertedScoreZ(sample)) > critical);
        int above = samples.Count(sample => Auc.Estimate(sample).Lower > .5);
        int below = samples.Count(sample => Auc.Estimate(sample).Upper < .5);
        double mean = samples.Average(Auc.InvertedScoreZ) * Math.Sqrt(Nulls);
        output.WriteLine(FormattableString.Invariant($"ROW level | {name} | {Nulls} | {outside / (double)Nulls:P1} | {above / (double)Nulls:P1} | {below / (double)Nulls:P1} | mean z {mean:F2}"));
        double allowed = SimulationReplicates.Allowed(Level, Nulls);
        Assert.InRange(outside, 0, allowed);
        Assert.InRange(above, 0, allowed);
        Assert.InRange(below, 0, allowed);
        Assert.InRange(mean, -4, 4);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_leak_is_found_in_nearly_all_runs(string name)
    {
        ScoreSample[] samples = [.. Enumerable.Range(0, Leaks).Select(seed => Run(name, seed, Memory, permuted: false))];
        int found = samples.Count(sample => Auc.Estimate(sample).Lower > .5);
        output.WriteLine(FormattableString.Invariant($"ROW leak | {name} | {Leaks} | {found / (double)Leaks:P1} | mean AUC {samples.Average(sample => Auc.Estimate(sample).Value):F3}"));
        Assert.InRange(found, .9 * Leaks, Leaks);
    }

    private static ScoreSample Run(string name, int seed, double memory, bool permuted)
    {
        MembershipObservations observations = SimulationReplicates.World(PerSide, seed, memory, permuted).Observations;
        return SimulatedAttacks.All[name].Score(observations, new AttackRun(seed)).Sample(observations);
    }
}
