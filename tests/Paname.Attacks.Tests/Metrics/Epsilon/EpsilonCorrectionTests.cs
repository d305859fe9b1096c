using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>Each correction for looking more than once, by itself.</summary>
public sealed class EpsilonCorrectionTests
{
    [Fact]
    public void Joint_bayesian_over_all_thresholds_shares_the_level_among_members_and_non_members()
    {
        double[] members = [.3, .5, .6, .7, .8, .9, .95, .99];
        double[] nonMembers = [.1, .2, .25, .35, .4, .65];
        EpsilonOptions options = new() { Method = EpsilonMethod.JointBayesian, Thresholds = EpsilonThresholds.All, Level = .4 };
        double best = members.Concat(nonMembers).Max(threshold => JointBayesianEpsilon.Lower(Counts(threshold), 0, .4 / 14));
        Assert.True(best > 0);
        Assert.Equal(best, EpsilonAudit.FromScores(ScoreSample.Create(members, nonMembers), 0, options).Value, 1e-6);

        ConfusionCounts Counts(double threshold)
        {
            int tp = members.Count(score => score >= threshold);
            int fp = nonMembers.Count(score => score >= threshold);
            return new(tp, members.Length - tp, fp, nonMembers.Length - fp);
        }
    }

    [Fact]
    public void A_threshold_chosen_on_one_part_is_judged_on_the_other_alone()
    {
        // Every threshold between the sides is right about all records, so only how many are judged matters.
        double half = Separated(20, new() { Thresholds = EpsilonThresholds.Fixed, Threshold = .5 });
        Assert.Equal(half, Separated(40, new() { Thresholds = EpsilonThresholds.Split, SplitShare = .5 }), 1e-12);
        Assert.True(half < Separated(40, new() { Thresholds = EpsilonThresholds.Fixed, Threshold = .5 }));

        static double Separated(int perSide, EpsilonOptions options)
            => EpsilonAudit.FromScores(ScoreSample.Create([.. Enumerable.Repeat(1.0, perSide)], [.. Enumerable.Repeat(0.0, perSide)]), 1e-5, options).Value;
    }

    [Fact]
    public void A_fixed_threshold_turns_with_the_sign()
    {
        double[] low = [.. Enumerable.Repeat(.2, 50)];
        double[] high = [.. Enumerable.Repeat(.9, 50)];
        EpsilonOptions fixedAt = new() { Thresholds = EpsilonThresholds.Fixed, Threshold = .5 };
        double either = EpsilonAudit.FromScores(ScoreSample.Create(low, high), 1e-5, fixedAt with { SignUnknown = true }).Value;
        Assert.True(either > 0);
        Assert.Equal(EpsilonAudit.FromScores(ScoreSample.Create(high, low), 1e-5, fixedAt with { Level = .025 }).Value, either, 1e-12);
    }
}
