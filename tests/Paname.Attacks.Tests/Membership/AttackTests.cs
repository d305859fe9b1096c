using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Membership;

/// <summary>The attacks against peers' numbers on real models.</summary>
public sealed class AttackTests
{
    [Theory]
    [InlineData("art_mi_breast_cancer", 2)]
    [InlineData("art_mi_digits", 10)]
    public void Correctness_is_the_rule_based_attack_exactly(string name, int classes)
    {
        var reference = new ReferenceCase(name);
        double[] members = reference.Array("probs_member");
        MembershipObservations observations = new(
            new TargetOutputs(OutputKind.Probabilities, classes, (double[])[.. members, .. reference.Array("probs_nonmember")]),
            [.. reference.Array("labels_member").Concat(reference.Array("labels_nonmember")).Select(label => (int)label)],
            members.Length / classes);
        double[] scores = Score(MembershipAttacks.Correctness, observations);
        Assert.Equal([.. reference.Array("rule_member"), .. reference.Array("rule_nonmember")], scores);

        double auc = Auc.Estimate(Sample(scores, observations.Members)).Value;
        Assert.Equal(reference.Number("rule_balanced_accuracy"), auc, 12);
    }

    [Theory]
    [InlineData("tfp_mia_breast_cancer", 2, .523875)]
    [InlineData("tfp_mia_digits", 10, .54236)]
    public void Loss_is_exact_where_the_peer_saturates(string name, int classes, double expected)
    {
        // Worked out in exact rational arithmetic. The peer floors p_y at 1e-8, ties the surest records of breast_cancer and finds .529175 there.
        MembershipObservations observations = FromLogits(name, classes);
        Assert.Equal(expected, Auc.Estimate(Sample(Score(MembershipAttacks.Loss, observations), observations.Members)).Value, 12);
    }

    [Fact]
    public void Modified_entropy_agrees_with_the_peer_where_it_does_not_saturate()
    {
        MembershipObservations observations = FromLogits("tfp_mia_digits", 10);
        Assert.Equal(.542655, Auc.Estimate(Sample(Score(MembershipAttacks.ModifiedEntropy, observations), observations.Members)).Value, 9);
    }

    [Fact]
    public void Gap_of_train_95_and_test_80_gives_balanced_accuracy_575()
    {
        double[] outputs = [.. Enumerable.Range(0, 200).Select(i => i < 95 || i is >= 100 and < 180 ? 1d : 0d)];
        var observations = new MembershipObservations(new TargetOutputs(OutputKind.LabelsOnly, 2, outputs), Enumerable.Repeat(1, 200).ToArray(), 100);
        Assert.Equal(.575, Auc.Estimate(Sample(Score(MembershipAttacks.Correctness, observations), 100)).Value, 12);
    }

    [Fact]
    public void Two_classes_rank_alike_by_loss_confidence_modified_entropy_and_hinge()
    {
        MembershipObservations observations = FromLogits("tfp_mia_breast_cancer", 2);
        double[] loss = Score(MembershipAttacks.Loss, observations);
        foreach (var signal in new[] { Paname.Attacks.Signals.Signal.ModifiedEntropy, Paname.Attacks.Signals.Signal.Hinge, Paname.Attacks.Signals.Signal.Loss })
        {
            var values = new double[loss.Length];
            signal.Compute(observations.Outputs, [.. observations.Labels!], values);
            int sign = signal.LowerIsMember ? -1 : 1;
            int[] byLoss = [.. Enumerable.Range(0, loss.Length).OrderBy(i => loss[i])];
            Assert.All(byLoss.Zip(byLoss.Skip(1)), pair => Assert.True(sign * values[pair.First] <= sign * values[pair.Second]));
        }
    }

    [Theory]
    [InlineData(OutputKind.Logits, 2, true, "Loss Entropy Correctness", "Confidence ScaledLogit AttackP ModifiedEntropy Hinge")]
    [InlineData(OutputKind.Probabilities, 10, true, "Loss Entropy ModifiedEntropy Correctness", "Confidence ScaledLogit AttackP")]
    [InlineData(OutputKind.LabelsOnly, 10, true, "Correctness", "AttackP")]
    [InlineData(OutputKind.Losses, 1, false, "Loss", "AttackP")]
    [InlineData(OutputKind.Logits, 10, false, "Entropy", "Confidence ScaledLogit AttackP")]
    public void Smoke_is_fixed_by_what_the_attacker_sees(OutputKind kind, int classes, bool labels, string applicable, string lossAliases)
    {
        var view = new AttackerView(kind, classes, labels);
        Assert.Equal("smoke/1", AttackSet.Smoke.Name);
        Assert.Equal(["Loss", "Entropy", "ModifiedEntropy", "Correctness"], AttackSet.Smoke.Attacks.Select(attack => attack.Name));
        Assert.Equal(applicable, string.Join(' ', AttackSet.Smoke.Attacks.Where(attack => attack.NotApplicable(view) is null).Select(attack => attack.Name)));
        Assert.Equal(applicable.Split(' ').Length, AttackSet.Smoke.ApplicableCount(view));
        Assert.Equal(lossAliases, string.Join(' ', MembershipAttacks.Loss.Aliases(view)));
    }

    [Fact]
    public void Permuting_records_together_changes_no_score()
    {
        MembershipObservations observations = FromLogits("tfp_mia_digits", 10);
        int members = observations.Members;
        int[] order = [.. Enumerable.Range(0, members).Reverse(), .. Enumerable.Range(members, observations.NonMembers).Reverse()];
        var permuted = new MembershipObservations(
            new TargetOutputs(OutputKind.Logits, 10, order.SelectMany(i => observations.Outputs.Row(i).ToArray()).ToArray()),
            [.. order.Select(i => observations.Labels![i])],
            members);
        foreach (IMembershipAttack attack in AttackSet.Smoke.Attacks)
        {
            double[] scores = Score(attack, observations);
            Assert.Equal(order.Select(i => scores[i]), Score(attack, permuted));
            Assert.Equal(Auc.Estimate(Sample(scores, members)), Auc.Estimate(Sample(Score(attack, permuted), members)));
        }
    }

    private static MembershipObservations FromLogits(string name, int classes)
    {
        var reference = new ReferenceCase(name);
        double[] members = reference.Array("logits_train");
        return new MembershipObservations(
            new TargetOutputs(OutputKind.Logits, classes, (double[])[.. members, .. reference.Array("logits_test")]),
            [.. reference.Array("labels_train").Concat(reference.Array("labels_test")).Select(label => (int)label)],
            members.Length / classes);
    }

    private static double[] Score(IMembershipAttack attack, MembershipObservations observations)
        => attack.Score(observations, new AttackRun(1)).Values.ToArray();

    private static ScoreSample Sample(double[] scores, int members) => ScoreSample.Create(scores.AsSpan(0, members), scores.AsSpan(members));
}
