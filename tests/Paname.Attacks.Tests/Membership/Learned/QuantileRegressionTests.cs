using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Learning;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.Membership.Controls;

namespace Paname.Attacks.Tests.Membership.Learned;

/// <summary>QMIA: difficulty is taken off the score, and only non-members are learned from.</summary>
public sealed class QuantileRegressionTests
{
    [Theory]
    [InlineData(QmiaHead.Quantiles)]
    [InlineData(QmiaHead.Gaussian)]
    public void The_score_is_a_standard_normal_for_non_members(QmiaHead head)
    {
        // The score is 3 x + (1 + x) e: both its mean and its spread follow the feature, which lies in 0 to 1.
        var random = new MersenneTwister(1, threadSafe: false);
        double[] x = [.. Enumerable.Range(0, 4000).Select(_ => random.NextDouble())];
        var table = new FeatureTable(4000, 1, x);
        double[] scores = [.. x.Select(value => (3 * value) + ((1 + value) * Normal.Sample(random, 0, 1)))];
        var options = new QmiaOptions { Head = head };
        IScoreDistribution distribution = head == QmiaHead.Gaussian
            ? GaussianDistribution.Fit(table, scores, options, 1, default)
            : QuantileDistribution.Fit(table, scores, options, 1, default);
        double[] at = [.05, .5, .95];
        var rows = new FeatureTable(3, 1, at);
        Assert.All(distribution.Excess(rows, [.. at.Select(value => 3 * value)]), z => Assert.InRange(z, -.35, .35));
        Assert.All(distribution.Excess(rows, [.. at.Select(value => (3 * value) + (1 + value))]), z => Assert.InRange(z, .7, 1.35));
        Assert.All(distribution.Excess(rows, [.. at.Select(value => (3 * value) + (4 * (1 + value)))]), z => Assert.InRange(z, 2.9, 5.2));
        Assert.All(distribution.Excess(rows, [.. at.Select(value => (3 * value) - (4 * (1 + value)))]), z => Assert.InRange(z, -5.2, -2.9));
    }

    [Theory]
    [InlineData(QmiaHead.Quantiles)]
    [InlineData(QmiaHead.Gaussian)]
    public void Knowing_the_difficulty_helps(QmiaHead head)
    {
        // Records differ far more in how easy they are than a member differs from a non-member.
        var random = new MersenneTwister(2, threadSafe: false);
        double[] easy = [.. Enumerable.Range(0, 1200).Select(_ => 6 * random.NextDouble())];
        double[] logits = [.. easy.SelectMany((value, i) => (double[])[value + (i < 600 ? 1 : 0) + Normal.Sample(random, 0, .5), 0])];
        MembershipObservations observations = LearnedFixtures.WithRecords(
            new MembershipObservations(new TargetOutputs(OutputKind.Logits, 2, logits), new int[1200], 600), record => easy[record]);
        double loss = LearnedFixtures.AucOf(MembershipAttacks.Loss.Score(observations, new AttackRun(1)), observations);
        double qmia = LearnedFixtures.AucOf(LearnedAttacks.QuantileRegression(new QmiaOptions { Head = head }).Score(observations, new AttackRun(1)), observations);
        // Without difficulty the two sides are 1 apart at a spread of .5: .921 at best.
        Assert.InRange(loss, .52, .68);
        Assert.InRange(qmia, .85, .93);
    }

    [Fact]
    public void Members_are_not_learned_from()
    {
        // Changing the outputs of members in the fitting half leaves the scores of the held-out half as they were.
        MembershipObservations observations = LearnedFixtures.Observations(60, leak: 1, seed: 1);
        ObservationHalves halves = ObservationHalves.Split(observations, 5);
        double[] values = observations.Outputs.Values.ToArray();
        foreach (int record in halves.Fit.Where(record => record < 60))
        {
            values.AsSpan(record * 3, 3).Fill(9);
        }

        MembershipObservations changed = LearnedFixtures.WithRecords(
            new MembershipObservations(new TargetOutputs(OutputKind.Logits, 3, values), observations.Labels, 60), record => observations.Shadows!.Shadows.Row(record).ToArray().Average());
        double[] before = Scores(observations);
        double[] after = Scores(changed);
        Assert.All(halves.HeldOut, record => Assert.Equal(before[record], after[record]));
        Assert.Contains(halves.Fit, record => before[record] != after[record]);

        static double[] Scores(MembershipObservations of) => LearnedAttacks.QuantileRegression().Score(of, new AttackRun(5)).Values.ToArray();
    }

    [Fact]
    public void Saturated_and_constant_scores_stay_finite()
    {
        double[] rows = [.. Enumerable.Range(0, 200).SelectMany(i => i % 7 == 0 ? (double[])[0, 1] : [1, 0])];
        foreach (double[] outputs in new[] { rows, [.. Enumerable.Range(0, 200).SelectMany(_ => (double[])[1, 0])] })
        {
            MembershipObservations observations = LearnedFixtures.WithRecords(
                new MembershipObservations(new TargetOutputs(OutputKind.Probabilities, 2, outputs), new int[200], 100), record => record % 5);
            foreach (QmiaHead head in Enum.GetValues<QmiaHead>())
            {
                double[] scores = LearnedAttacks.QuantileRegression(new QmiaOptions { Head = head }).Score(observations, new AttackRun(1)).Values.ToArray();
                Assert.All(scores, score => Assert.True(double.IsFinite(score)));
            }
        }
    }

    [Fact]
    public void Needs_and_options_are_checked()
    {
        IMembershipAttack attack = LearnedAttacks.QuantileRegression();
        var view = new AttackerView(OutputKind.Logits, 3, true) { Features = 4 };
        Assert.Null(attack.NotApplicable(view));
        Assert.Equal("needs the audited records, as numbers", attack.NotApplicable(view with { Features = null }));
        Assert.Equal("needs the true labels", attack.NotApplicable(view with { Labels = false }));
        Assert.Equal("needs logits or probabilities", attack.NotApplicable(view with { OutputKind = OutputKind.LabelsOnly }));
        Assert.Equal("Levels", Assert.Throws<ArgumentOutOfRangeException>(object? () => new QmiaOptions { Levels = [.5] }).ParamName);
        Assert.Equal("Levels", Assert.Throws<ArgumentOutOfRangeException>(object? () => new QmiaOptions { Levels = [.5, .5] }).ParamName);
        Assert.Equal("Levels", Assert.Throws<ArgumentOutOfRangeException>(object? () => new QmiaOptions { Levels = [.5, 1] }).ParamName);
    }
}
