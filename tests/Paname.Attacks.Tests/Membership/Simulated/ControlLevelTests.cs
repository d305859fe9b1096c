using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Shadows;
using Paname.Attacks.Tests.Membership.Controls;
using Xunit.Abstractions;

namespace Paname.Attacks.Tests.Membership.Simulated;

/// <summary>
/// The controls of an audit without leak: attacks with shadow models and attacks that learn find the planted one, broken ones do not, and no control calls wolf more often than it says.
/// PANAME_SIMULATION_REPLICATES sets the replicates.
/// </summary>
public sealed class ControlLevelTests(ITestOutputHelper output)
{
    private const int PerSide = 100;
    private const double Level = .05;
    private const double Memory = 3;

    private static readonly int Runs = SimulationReplicates.Or(12);

    private static readonly string[] Attacks = ["LiRA", "LiRA, own variances", "LiRA, offline", "RMIA", "RMIA, offline", "CalibratedLoss", "BASE", "AttackR", "ShadowThreshold", "ShadowClassifier", "AttackClassifier", "QMIA"];

    public static TheoryData<string> Names => [.. Attacks];

    public static TheoryData<string, string> Broken
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (string attack in (string[])["LiRA", "RMIA", "CalibratedLoss", "ShadowClassifier"])
            {
                rows.Add(attack, "sign");
                rows.Add(attack, "constant");
                rows.Add(attack, "order");
            }

            rows.Add("LiRA", "membership of the shadow models");
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sound_attack_finds_the_planted_leak_and_nothing_among_non_members(string name)
    {
        IMembershipAttack attack = SimulatedAttacks.All[name];
        int missed = 0;
        int alarms = 0;
        int outside = 0;
        for (int seed = 0; seed < Runs; seed++)
        {
            MembershipObservations observations = WithoutLeak(seed);
            var run = new AttackRun(seed);
            PositiveControlResult positive = PositiveControl.Run(attack, observations, attack.Score(observations, run), run);
            NullControlResult none = NullControl.Run(attack, observations, 1, run);
            Assert.Null(positive.NotRun);
            Assert.Null(none.NotRun);
            missed += positive.Detected ? 0 : 1;
            alarms += none.Alarm ? 1 : 0;
            outside += Math.Abs(none.Z) > Quantiles.NormalUpper(Level / 2) ? 1 : 0;
        }

        output.WriteLine(FormattableString.Invariant($"ROW control | {name} | {Runs} | missed {missed} | alarms {alarms} | null z outside {outside / (double)Runs:P1}"));
        Assert.InRange(missed, 0, SimulationReplicates.Allowed(.001, Runs));
        Assert.InRange(alarms, 0, SimulationReplicates.Allowed(.001, Runs));
        Assert.InRange(outside, 0, SimulationReplicates.Allowed(Level, Runs));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_attack_misses_the_planted_leak(string name, string what)
    {
        IMembershipAttack sound = SimulatedAttacks.All[name];
        var broken = new FakeAttack((observations, run) => what switch
        {
            "sign" => Array.ConvertAll(sound.Score(observations, run).Values.ToArray(), static score => -score),
            "constant" => new double[observations.Outputs.Count],
            "order" => Shuffled(sound.Score(observations, run).Values.ToArray(), run.Seed),
            _ => sound.Score(Misled(observations, run.Seed), run).Values.ToArray(),
        });
        int detected = 0;
        for (int seed = 0; seed < Runs; seed++)
        {
            MembershipObservations observations = WithoutLeak(seed);
            var run = new AttackRun(seed);
            detected += PositiveControl.Run(broken, observations, broken.Score(observations, run), run).Detected ? 1 : 0;
        }

        output.WriteLine(FormattableString.Invariant($"ROW broken | {name}, {what} | {Runs} | detected {detected / (double)Runs:P1}"));
        Assert.InRange(detected, 0, what is "sign" or "constant" ? 0 : SimulationReplicates.Allowed(Level, Runs));
    }

    [Fact]
    public void A_sound_split_is_called_shifted_no_more_often_than_it_says()
    {
        int runs = 2 * Runs;
        BlindBaselineResult[] found = [.. Enumerable.Range(0, runs).Select(seed => Blind(seed))];
        int above = found.Count(blind => blind.Auc.Lower > .5);
        int shifted = found.Count(blind => blind.Shifted);
        output.WriteLine(FormattableString.Invariant($"ROW blind | {runs} | L > .5 {above / (double)runs:P1} | shifted {shifted}"));
        Assert.InRange(above, 0, SimulationReplicates.Allowed(Level, runs));
        Assert.InRange(shifted, 0, SimulationReplicates.Allowed(.001, runs));
    }

    private static BlindBaselineResult Blind(int seed)
    {
        const int Values = PerSide * SimulatedPopulation.Features;
        var population = new SimulatedPopulation(2 * PerSide, new MersenneTwister(seed, threadSafe: false));
        var data = MembershipData.FromArrays<double>(
            population.Records.AsMemory(0, Values), population.Labels[..PerSide], population.Records.AsMemory(Values), population.Labels[PerSide..], [SimulatedPopulation.Features]);
        return BlindBaseline.Measure(data, seed);
    }

    private static MembershipObservations WithoutLeak(int seed) => SimulationReplicates.World(PerSide, seed, seed % 2 == 0 ? 0 : Memory, permuted: true).Observations;

    private static double[] Shuffled(double[] scores, int seed)
    {
        new MersenneTwister(seed + 1, threadSafe: false).Shuffle(scores);
        return scores;
    }

    /// <summary>Tells other models for every record than those that were trained on it, as many of them.</summary>
    private static MembershipObservations Misled(MembershipObservations observations, int seed)
    {
        ShadowObservations shadows = observations.Shadows!;
        int models = shadows.Inclusion.Models;
        int records = shadows.Inclusion.Records;
        var random = new MersenneTwister(seed + 1, threadSafe: false);
        var wrong = new bool[models * records];
        int[] order = [.. Enumerable.Range(0, models)];
        for (int record = 0; record < records; record++)
        {
            random.Shuffle(order);
            for (int m = 0; m < models; m++)
            {
                wrong[(m * records) + record] = shadows.Inclusion[order[m], record];
            }
        }

        return new MembershipObservations(observations.Outputs, observations.Labels, observations.Members)
        {
            Shadows = new ShadowObservations(shadows.Target, shadows.Shadows, new InclusionMask(models, records, wrong)) { Outputs = shadows.Outputs },
        };
    }
}
