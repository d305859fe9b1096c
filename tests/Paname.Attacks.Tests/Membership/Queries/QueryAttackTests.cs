using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Membership.Queries;

/// <summary>What holds for every attack that asks the target.</summary>
public sealed class QueryAttackTests
{
    private static readonly BoundaryDistanceOptions Quick = new() { MaxIterations = 3, InitialEvaluations = 20, QueriesPerRecord = 250 };

    private static readonly IMembershipAttack[] Attacks =
        [QueryAttacks.BoundaryDistance(Quick), QueryAttacks.Robustness(), QueryAttacks.NoiseStability(new NoiseStabilityOptions { Repeats = 30 })];

    public static TheoryData<int> Each => [0, 1, 2];

    [Fact]
    public void Names_and_sources_are_those_of_the_literature()
    {
        Assert.Equal(
            ["BoundaryDistance", "AugmentationRobustness", "GradientNorm", "NoiseStability"],
            new[] { QueryAttacks.BoundaryDistance(), QueryAttacks.Robustness(), QueryAttacks.GradientNorm(), QueryAttacks.NoiseStability() }.Select(attack => attack.Name));
        Assert.All(Attacks, attack => Assert.True(attack.IsGraded));
        Assert.All(Attacks, attack => Assert.Empty(attack.Aliases(new AttackerView(OutputKind.Logits, 2, true))));
        Assert.All(Attacks, attack => Assert.Matches(@"\(20\d\d\)$", attack.Source));
    }

    [Theory]
    [InlineData(0, .75)]
    [InlineData(1, .7)]
    [InlineData(2, .9)]
    public void A_model_that_knows_its_training_set_by_heart_is_found_out(int attack, double least)
    {
        MembershipObservations observations = attack == 2 ? ToyAudit.LeakyBumps(1) : ToyAudit.Leaky(1);
        double auc = ToyAudit.AucOf(Attacks[attack].Score(observations, new AttackRun(1)), observations);
        Assert.InRange(auc, least, 1);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Membership_dealt_by_chance_leaves_nothing_to_find(int attack)
    {
        // Twelve audits of 30 and 30: their mean AUC has a standard deviation of at most .075 / sqrt 12 = .022.
        double mean = Enumerable.Range(1, 12).Average(seed =>
        {
            MembershipObservations observations = ToyAudit.Dealt(attack == 2 ? ToyAudit.LeakyBumps(seed, perSide: 30) : ToyAudit.Leaky(seed, perSide: 30), seed);
            return ToyAudit.AucOf(Attacks[attack].Score(observations, new AttackRun(seed)), observations);
        });
        Assert.InRange(mean, .5 - .087, .5 + .087);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void One_seed_gives_one_result_whatever_the_threads_and_another_seed_another(int attack)
    {
        MembershipObservations observations = ToyAudit.LeakyBumps(3, perSide: 25);
        double[] scores = Attacks[attack].Score(observations, new AttackRun(5)).Values.ToArray();
        Assert.Equal(scores, Attacks[attack].Score(observations, new AttackRun(5)).Values.ToArray());
        Assert.NotEqual(scores, Attacks[attack].Score(observations, new AttackRun(6)).Values.ToArray());
        double[][] sideBySide = new double[4][];
        Parallel.For(0, 4, i => sideBySide[i] = Attacks[attack].Score(observations, new AttackRun(5)).Values.ToArray());
        Assert.All(sideBySide, found => Assert.Equal(scores, found));
    }

    [Fact]
    public void What_is_held_at_a_time_changes_no_score()
    {
        MembershipObservations observations = ToyAudit.LeakyBumps(3, perSide: 12);
        IMembershipAttack[] small =
        [
            new BoundaryDistanceAttack(Quick) { NumbersAtOnce = 200 },
            new RobustnessAttack(new RobustnessOptions()) { NumbersAtOnce = 20 },
            new NoiseStabilityAttack(new NoiseStabilityOptions { Repeats = 30 }) { NumbersAtOnce = 500 },
        ];
        Assert.All(Attacks.Zip(small), pair => Assert.Equal(
            pair.First.Score(observations, new AttackRun(5)).Values.ToArray(), pair.Second.Score(observations, new AttackRun(5)).Values.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Audited_records_are_left_as_they_are(int attack)
    {
        MembershipObservations observations = ToyAudit.LeakyBumps(4, perSide: 10);
        double[] before = FeatureMatrix.Of(observations.Access!.Records).Values.ToArray();
        Attacks[attack].Score(observations, new AttackRun(1));
        Assert.Equal(before, FeatureMatrix.Of(observations.Access.Records).Values.ToArray());
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void A_wish_to_stop_is_seen_between_batches_and_progress_rises_to_1(int attack)
    {
        MembershipObservations leaky = ToyAudit.LeakyBumps(4, perSide: 10);
        var told = new List<double>();
        Attacks[attack].Score(leaky, new AttackRun(1) { Progress = new Told(told) });
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);

        using var stop = new CancellationTokenSource();
        int batches = 0;
        var counting = new ToyAudit.Counting(leaky.Access!.Target)
        {
            Seen = _ =>
            {
                batches++;
                stop.Cancel();
            },
        };
        var observations = new MembershipObservations(leaky.Outputs, leaky.Labels, 10) { Access = new QueryAccess(counting, leaky.Access.Records) };
        Assert.ThrowsAny<OperationCanceledException>(() => Attacks[attack].Score(observations, new AttackRun(1) { CancellationToken = stop.Token }));
        Assert.Equal(1, batches);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void A_failing_target_is_told_without_its_message(int attack)
    {
        MembershipObservations leaky = ToyAudit.LeakyBumps(4, perSide: 10);
        var failing = new DelegateClassifier(OutputKind.Logits, 2, (_, _) => throw new InvalidOperationException("secret 1.25"), "failing");
        var observations = new MembershipObservations(leaky.Outputs, leaky.Labels, 10) { Access = new QueryAccess(failing, leaky.Access!.Records) };
        PanameDataException error = Assert.Throws<PanameDataException>(() => Attacks[attack].Score(observations, new AttackRun(1)));
        Assert.StartsWith("failing threw InvalidOperationException on records 1 to ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void An_answer_that_is_none_names_the_audited_record(int attack)
    {
        MembershipObservations leaky = ToyAudit.LeakyBumps(4, perSide: 10);
        DelegateClassifier broken = DelegateClassifier.FromRows(OutputKind.Logits, 2, _ => [0, double.NaN]);
        var observations = new MembershipObservations(leaky.Outputs, leaky.Labels, 10) { Access = new QueryAccess(broken, leaky.Access!.Records) };
        Assert.Matches("The model's output for a changed copy of audited record [0-9]+, class 1 is NaN", Assert.Throws<PanameDataException>(() => Attacks[attack].Score(observations, new AttackRun(1))).Message);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Needs_are_told_by_what_the_attacker_has(int attack)
    {
        var view = new AttackerView(OutputKind.Logits, 2, true) { Queries = true, Features = 3 };
        Assert.Null(Attacks[attack].NotApplicable(view));
        Assert.Equal("needs a live target that answers queries about other records", Attacks[attack].NotApplicable(view with { Queries = false }));
        Assert.Equal("needs records of numbers", Attacks[attack].NotApplicable(view with { Features = null }));
        Assert.Equal("needs the true labels", Attacks[attack].NotApplicable(view with { Labels = false }));
        Assert.Equal(attack == 2 ? "needs logits or probabilities" : null, Attacks[attack].NotApplicable(view with { OutputKind = OutputKind.LabelsOnly }));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Access_to_other_records_or_another_target_is_refused(int attack)
    {
        MembershipObservations leaky = ToyAudit.LeakyBumps(4, perSide: 10);
        Assert.EndsWith("needs a live target that answers queries about other records.", Message(null), StringComparison.Ordinal);
        Assert.EndsWith("7 records can be asked about, and outputs of 20 were observed. Give the audited records, members first.", Message(new QueryAccess(leaky.Access!.Target, leaky.Access.Records.Select([.. Enumerable.Range(0, 7)]))), StringComparison.Ordinal);
        Assert.EndsWith(
            "delegate gives LabelsOnly of 2 classes, and Logits of 2 were observed. Ask the target that was observed.",
            Message(new QueryAccess(DelegateClassifier.FromRows(2, _ => 0), leaky.Access.Records)),
            StringComparison.Ordinal);

        string Message(QueryAccess? access) => Assert.Throws<PanameDataException>(
            () => Attacks[attack].Score(new MembershipObservations(leaky.Outputs, leaky.Labels, 10) { Access = access }, new AttackRun(1))).Message;
    }

    [Fact]
    public void Options_outside_their_range_are_refused_by_name()
    {
        Refused("MaxIterations", () => QueryAttacks.BoundaryDistance(new BoundaryDistanceOptions { MaxIterations = 0 }));
        Refused("InitialEvaluations", () => QueryAttacks.BoundaryDistance(new BoundaryDistanceOptions { InitialEvaluations = 0 }));
        Refused("MaxEvaluations", () => QueryAttacks.BoundaryDistance(new BoundaryDistanceOptions { MaxEvaluations = 99 }));
        Refused("InitialSearch", () => QueryAttacks.BoundaryDistance(new BoundaryDistanceOptions { InitialSearch = -1 }));
        Refused("Starts", () => QueryAttacks.BoundaryDistance(new BoundaryDistanceOptions { Starts = 0 }));
        Refused("QueriesPerRecord", () => QueryAttacks.BoundaryDistance(new BoundaryDistanceOptions { QueriesPerRecord = 49 }));
        Refused("MaxRecordsPerSide", () => QueryAttacks.BoundaryDistance(new BoundaryDistanceOptions { MaxRecordsPerSide = 0 }));
        Refused("Minimum", () => QueryAttacks.BoundaryDistance(new BoundaryDistanceOptions { Minimum = [double.NaN] }));
        Refused("Maximum", () => QueryAttacks.BoundaryDistance(new BoundaryDistanceOptions { Maximum = [double.PositiveInfinity] }));
        Refused("Transforms", () => QueryAttacks.Robustness(new RobustnessOptions { Transforms = [] }));
        Refused("NoiseLevels", () => QueryAttacks.Robustness(new RobustnessOptions { NoiseLevels = [.1, 0] }));
        Refused("NoiseRepeats", () => QueryAttacks.Robustness(new RobustnessOptions { NoiseRepeats = 0 }));
        Refused("BinaryFlip", () => QueryAttacks.Robustness(new RobustnessOptions { BinaryFlip = 1.1 }));
        Refused("Shift", () => QueryAttacks.Robustness(new RobustnessOptions { Shift = 17 }));
        Refused("Shift", () => QueryAttacks.Robustness(new RobustnessOptions { Shift = 0, Rotation = 0 }));
        Refused("Rotation", () => QueryAttacks.Robustness(new RobustnessOptions { Rotation = 46 }));
        Refused("MaxRecordsPerSide", () => QueryAttacks.Robustness(new RobustnessOptions { MaxRecordsPerSide = 0 }));
        Refused("Repeats", () => QueryAttacks.NoiseStability(new NoiseStabilityOptions { Repeats = 0 }));
        Refused("Level", () => QueryAttacks.NoiseStability(new NoiseStabilityOptions { Level = 0 }));
        Refused("MaxRecordsPerSide", () => QueryAttacks.NoiseStability(new NoiseStabilityOptions { MaxRecordsPerSide = 0 }));

        static void Refused(string option, Func<object> create)
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(create);
            Assert.Equal(option, error.ParamName);
        }
    }

    private sealed class Told(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
