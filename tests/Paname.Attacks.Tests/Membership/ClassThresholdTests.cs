using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Membership;

public sealed class ClassThresholdTests
{
    [Fact]
    public void Threshold_is_the_observed_score_of_the_best_balanced_accuracy_per_class()
    {
        double[] scores = [.9, .8, .3, .7, .2, .1, 9, 6, 8, 5];
        int[] labels = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1];
        bool[] members = [true, true, true, false, false, false, true, true, false, false];
        ClassThresholds thresholds = ClassThresholds.Fit(scores, labels, members);
        Assert.Equal(.8, thresholds.Of(0));
        Assert.Equal(9, thresholds.Of(1));
        Assert.True(thresholds.IsMember(.8, 0));
        Assert.False(thresholds.IsMember(8.9, 1));
    }

    [Fact]
    public void Tied_scores_fall_on_one_side_together()
    {
        ClassThresholds thresholds = ClassThresholds.Fit([1, 1, 1, 0], [0, 0, 0, 0], [true, true, false, false]);
        Assert.Equal(1, thresholds.Of(0));
    }

    [Fact]
    public void Class_seen_from_one_side_uses_the_overall_threshold()
    {
        ClassThresholds thresholds = ClassThresholds.Fit([5, 1, 7], [0, 0, 1], [true, false, true]);
        Assert.Equal(5, thresholds.Of(1));
        Assert.Equal(5, thresholds.Of(17));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_sided_fit_is_refused(bool member)
        => Assert.Throws<PanameDataException>(() => ClassThresholds.Fit([1, 2], [0, 0], [member, member]));

    [Fact]
    public void Fitted_on_one_half_and_judged_on_the_other_a_model_without_leak_shows_none()
    {
        // Fitted and judged on the same records the balanced accuracy would be well above one half.
        const int Runs = 200;
        double sameHalf = 0;
        double otherHalf = 0;
        for (int run = 0; run < Runs; run++)
        {
            var random = new MersenneTwister(run);
            double[] scores = [.. Enumerable.Range(0, 400).Select(_ => Normal.Sample(random, 0, 1))];
            int[] labels = [.. Enumerable.Range(0, 400).Select(i => i % 10)];
            var observations = new MembershipObservations(new TargetOutputs(OutputKind.Losses, 1, scores.Select(Math.Exp).ToArray()), labels, 200);
            ObservationHalves halves = ObservationHalves.Split(observations, run);
            ClassThresholds thresholds = ClassThresholds.Fit(
                [.. halves.Fit.Select(i => scores[i])], [.. halves.Fit.Select(i => labels[i])], [.. halves.Fit.Select(i => i < 200)]);
            sameHalf += BalancedAccuracy(halves.Fit);
            otherHalf += BalancedAccuracy(halves.HeldOut);

            double BalancedAccuracy(IReadOnlyList<int> records)
            {
                double Rate(bool member) => records.Where(i => (i < 200) == member).Average(i => thresholds.IsMember(scores[i], labels[i]) ? 1d : 0d);
                return (Rate(true) + 1 - Rate(false)) / 2;
            }
        }

        Assert.True(sameHalf / Runs > .58);
        Assert.Equal(.5, otherHalf / Runs, .01);
    }

    [Fact]
    public void Halves_share_no_record_and_no_group()
    {
        string[] groups = [.. Enumerable.Range(0, 100).Select(i => $"g{i / 3}")];
        var observations = new MembershipObservations(new TargetOutputs(OutputKind.Losses, 1, new double[100]), null, 50, groups);
        ObservationHalves halves = ObservationHalves.Split(observations, 3);
        Assert.Equal(Enumerable.Range(0, 100), halves.Fit.Concat(halves.HeldOut).Order());
        Assert.Empty(halves.Fit.Select(i => groups[i]).Intersect(halves.HeldOut.Select(i => groups[i])));
        Assert.Equal(halves.Fit, ObservationHalves.Split(observations, 3).Fit);
        Assert.NotEqual(halves.Fit, ObservationHalves.Split(observations, 4).Fit);
    }

    [Fact]
    public void Halves_hold_half_of_each_side()
    {
        var observations = new MembershipObservations(new TargetOutputs(OutputKind.Losses, 1, new double[100]), null, 30);
        ObservationHalves halves = ObservationHalves.Split(observations, 3);
        Assert.Equal((15, 35), (halves.Fit.Count(i => i < 30), halves.Fit.Count(i => i >= 30)));
    }
}
