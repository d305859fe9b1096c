using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Membership.Queries;

/// <summary>Noise stability: the share of noisy copies with a higher loss.</summary>
public sealed class NoiseStabilityTests
{
    private static readonly double[] Corners = [0, 1, 2, 3];

    [Fact]
    public void A_minimum_scores_1_a_maximum_0_a_slope_one_half_and_a_flat_loss_one_half()
    {
        // Logit of class 1 by where the record lies: peak at 0, valley at 1, slope at 2, flat at 3.
        Records records = Records.FromArray<double>(Corners, 1);
        DelegateClassifier target = DelegateClassifier.FromRows(OutputKind.Logits, 2, row =>
        {
            double offset = row[0] - Math.Round(row[0]);
            return [0, Math.Round(row[0]) switch { 0 => -offset * offset, 1 => offset * offset, 2 => offset, _ => 5 }];
        });
        AttackScores found = QueryAttacks.NoiseStability(new NoiseStabilityOptions { Repeats = 4000 }).Score(ToyAudit.Observe(target, records, [1, 1, 1, 1], 2), new AttackRun(1));
        double[] scores = found.Values.ToArray();
        Assert.Equal(1, scores[0]);
        Assert.Equal(0, scores[1]);
        Assert.Equal(.5, scores[2], .04);
        Assert.NotEqual(.5, scores[2]);
        Assert.Equal(.5, scores[3]);
        Assert.Equal(["4,000 copies with Gaussian noise of 0.01 standard deviations of each feature", "4,000 queries per record at most, 16,000 in all"], found.Notes);
    }

    [Fact]
    public void The_loss_of_the_true_class_counts_and_sure_predictions_are_told_apart()
    {
        // Probabilities would round to 1 at a logit of 1000; the other label turns the peak into a valley.
        Records records = Records.FromArray<double>(Corners, 1);
        DelegateClassifier target = DelegateClassifier.FromRows(OutputKind.Logits, 2, row => [0, 1000 - Math.Abs(row[0] - Math.Round(row[0]))]);
        double[] scores = QueryAttacks.NoiseStability().Score(ToyAudit.Observe(target, records, [1, 0, 1, 0], 2), new AttackRun(1)).Values.ToArray();
        Assert.Equal([1, 0, 1, 0], scores);
    }

    [Fact]
    public void The_budget_limits_records_not_their_order()
    {
        MembershipObservations observations = ToyAudit.LeakyBumps(1, perSide: 20);
        double[] all = QueryAttacks.NoiseStability().Score(observations, new AttackRun(1)).Values.ToArray();
        AttackScores some = QueryAttacks.NoiseStability(new NoiseStabilityOptions { MaxRecordsPerSide = 5 }).Score(observations, new AttackRun(1));
        Assert.Equal(10, some.Judged!.Count);
        Assert.All(some.Judged, record => Assert.Equal(all[record], some.Values.Span[record]));
        Assert.Contains("100 queries per record at most, 1,000 in all", some.Notes);
    }

    [Theory]
    [InlineData(OutputKind.LabelsOnly, "needs logits or probabilities")]
    [InlineData(OutputKind.Losses, "needs logits or probabilities")]
    public void Labels_alone_do_not_do(OutputKind kind, string reason)
        => Assert.Equal(reason, QueryAttacks.NoiseStability().NotApplicable(new AttackerView(kind, 2, true) { Queries = true, Features = 3 }));
}
