using System.Globalization;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.Membership.Queries;

namespace Paname.Attacks.Tests.Membership.Controls;

/// <summary>Attacks that work find the planted leak; attacks that are broken do not. PANAME_SIMULATION_REPLICATES sets the number of seeds (60 unless given).</summary>
public sealed class PositiveControlTests
{
    [Theory]
    [InlineData(100, .694)]
    [InlineData(200, .637)]
    [InlineData(1000, .561)]
    [InlineData(2200, .541)]
    public void The_auc_to_plant_follows_from_the_size(int perSide, double expected)
    {
        Assert.Equal(expected, PositiveControl.AucToPlant(perSide, perSide), .0006);
        Assert.Equal(.8, PositiveControl.AucToPlant(perSide, perSide, limit: .8));
    }

    [Theory]
    [InlineData(OutputKind.Logits, 3)]
    [InlineData(OutputKind.Probabilities, 2)]
    [InlineData(OutputKind.Probabilities, 10)]
    [InlineData(OutputKind.LabelsOnly, 3)]
    [InlineData(OutputKind.Losses, 3)]
    public void A_sound_attack_is_detected(OutputKind kind, int classes)
    {
        for (int seed = 0; seed < Replicates; seed++)
        {
            MembershipObservations observations = Synthetic.WithoutLeak(100, 120, kind, classes, seed);
            foreach (IMembershipAttack attack in AttackSet.Smoke.Attacks.Where(attack => attack.NotApplicable(observations.View) is null))
            {
                PositiveControlResult result = Run(attack, observations, seed);
                Assert.True(result.Detected, FormattableString.Invariant($"{attack.Name}, seed {seed}: {result.Auc}"));
            }
        }
    }

    [Fact]
    public void A_model_that_is_always_sure_and_right_still_shows_the_leak()
    {
        // Probabilities of exactly 1 leave no room above: only the canaries among the non-members can be told apart.
        double[] rows = [.. Enumerable.Range(0, 600).SelectMany(i => i % 10 == 0 ? (double[])[.4, .6] : [1, 0])];
        var observations = new MembershipObservations(new TargetOutputs(OutputKind.Probabilities, 2, rows), new int[600], 300);
        foreach (IMembershipAttack attack in new[] { MembershipAttacks.Loss, MembershipAttacks.Entropy, MembershipAttacks.Correctness })
        {
            Assert.True(Run(attack, observations, 1).Detected, attack.Name);
        }
    }

    [Fact]
    public void A_constant_or_inverted_score_is_not_detected()
    {
        MembershipObservations observations = Synthetic.WithoutLeak(300, 300);
        var inverted = new FakeAttack((o, run) => [.. MembershipAttacks.Loss.Score(o, run).Values.ToArray().Select(score => -score)]);
        Assert.False(Run(new FakeAttack((o, _) => new double[o.Outputs.Count]), observations, 1).Detected);
        Assert.False(Run(inverted, observations, 1).Detected);
    }

    [Fact]
    public void Scores_in_the_wrong_order_are_detected_at_the_level_of_the_bound_only()
    {
        int detected = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            MembershipObservations observations = Synthetic.WithoutLeak(100, 100, seed: seed);
            var shuffled = new FakeAttack((o, run) =>
            {
                double[] scores = MembershipAttacks.Loss.Score(o, run).Values.ToArray();
                new Random(run.Seed).Shuffle(scores);
                return scores;
            });
            detected += Run(shuffled, observations, seed).Detected ? 1 : 0;
        }

        // 5 % of 200, and three standard errors.
        Assert.InRange(detected, 0, 19);
    }

    [Fact]
    public void Canaries_are_the_same_for_the_same_seed_and_nothing_is_changed()
    {
        MembershipObservations observations = Synthetic.WithoutLeak(100, 100);
        double[] before = observations.Outputs.Values.ToArray();
        Assert.Equal(Run(MembershipAttacks.Loss, observations, 5), Run(MembershipAttacks.Loss, observations, 5));
        Assert.NotEqual(Run(MembershipAttacks.Loss, observations, 5).Auc, Run(MembershipAttacks.Loss, observations, 6).Auc);
        Assert.Equal(before, observations.Outputs.Values.ToArray());
    }

    [Fact]
    public void Few_records_and_attacks_that_ask_further_are_not_run()
    {
        Assert.Equal("needs 20 judged records on each side; there are 19 and 30", Run(MembershipAttacks.Loss, Synthetic.WithoutLeak(19, 30), 1).NotRun);

        var target = DelegateClassifier.FromRows(OutputKind.Logits, 3, static _ => new double[3]);
        var observations = new MembershipObservations(Synthetic.WithoutLeak(50, 50).Outputs, new int[100], 50)
        {
            Access = new QueryAccess(target, Records.FromArray<double>(new double[100], 1)),
        };
        var asking = new FakeAttack((o, _) =>
        {
            o.Access!.Target.Score(default, [], default);
            return new double[o.Outputs.Count];
        });
        PositiveControlResult result = PositiveControl.Run(asking, observations, new AttackScores(new double[100]), new AttackRun(1));
        Assert.Contains("puts further questions to the target", result.NotRun, StringComparison.Ordinal);
        Assert.False(result.Detected);
    }

    [Fact]
    public void An_attack_that_gets_over_the_silence_of_the_target_is_not_run_either()
    {
        MembershipObservations observations = ToyAudit.LeakyBumps(3, perSide: 25);
        var stubborn = new FakeAttack((o, run) =>
        {
            Record.Exception(() => o.Access!.Target.Score(default, [], default));
            return MembershipAttacks.Loss.Score(o, run).Values.ToArray();
        });
        PositiveControlResult result = PositiveControl.Run(stubborn, observations, new AttackScores(new double[50]), new AttackRun(1));
        Assert.Contains("puts further questions to the target", result.NotRun, StringComparison.Ordinal);
        Assert.False(result.Detected);
    }

    [Fact]
    public void The_leak_planted_has_the_size_that_is_told()
    {
        // An attack that ranks canaries among members above all others and canaries among non-members below all others reaches q + q (1 - q) + (1 - q)^2 / 2 at most.
        MembershipObservations observations = Synthetic.WithoutLeak(400, 200);
        PositiveControlResult result = Run(MembershipAttacks.Loss, observations, 1);
        double planted = .5 + (4.74 * Math.Sqrt(601 / (12.0 * 400 * 200)));
        Assert.Equal(planted, result.PlantedAuc, 1e-12);
        Assert.Equal(2 * (planted - .5), result.Share, 1e-12);
        double most = 1 - (Math.Pow(1 - result.Share, 2) / 2);
        Assert.InRange(result.Auc.Value, planted - .03, most + .05);
        Assert.Equal(.9, Run(MembershipAttacks.Loss, observations, 1, limit: .95).Share, 1e-12);
    }

    [Fact]
    public void Canaries_are_the_share_rounded_up_of_each_side_and_of_judged_and_other_records()
    {
        MembershipObservations observations = Synthetic.WithoutLeak(30, 21);
        int[] judged = [.. Enumerable.Range(0, 11), .. Enumerable.Range(30, 7)];
        bool[] canaries = Canaries.Draw(observations, judged, .3, new Random(1));
        Assert.Equal([4, 6, 3, 5], new[] { (0, 11), (11, 30), (30, 37), (37, 51) }.Select(part => canaries[part.Item1..part.Item2].Count(canary => canary)));
    }

    [Fact]
    public void Attacks_of_the_library_that_ask_the_target_again_are_not_run()
    {
        // They ask through the scorer, which wraps what a target throws.
        MembershipObservations observations = ToyAudit.LeakyBumps(3, perSide: 25);
        foreach (IMembershipAttack attack in new[] { QueryAttacks.BoundaryDistance(), QueryAttacks.Robustness(), QueryAttacks.NoiseStability() })
        {
            PositiveControlResult result = PositiveControl.Run(attack, observations, new AttackScores(new double[50]), new AttackRun(1));
            Assert.Contains("puts further questions to the target", result.NotRun, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_attack_that_fails_by_itself_or_is_cancelled_is_not_taken_for_one_that_asks()
    {
        MembershipObservations observations = ToyAudit.LeakyBumps(3, perSide: 25);
        var found = new AttackScores(new double[50]);
        var failing = new FakeAttack((_, _) => throw new PanameDataException("own failure"));
        Assert.Equal("own failure", Assert.Throws<PanameDataException>(() => PositiveControl.Run(failing, observations, found, new AttackRun(1))).Message);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var run = new AttackRun(1) { CancellationToken = stop.Token };
        Assert.Throws<OperationCanceledException>(() => PositiveControl.Run(QueryAttacks.NoiseStability(), observations, found, run));
    }

    private static int Replicates { get; } = int.TryParse(Environment.GetEnvironmentVariable("PANAME_SIMULATION_REPLICATES"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 60;

    private static PositiveControlResult Run(IMembershipAttack attack, MembershipObservations observations, int seed, double limit = .5)
    {
        var run = new AttackRun(seed);
        return PositiveControl.Run(attack, observations, attack.Score(observations, run), run, limit);
    }
}
