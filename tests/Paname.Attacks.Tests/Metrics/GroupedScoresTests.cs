using Paname.Attacks.Data;
using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

public sealed class GroupedScoresTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void StandardError_equals_Obuchowski_over_pairs(bool shared)
    {
        Random random = new(3);
        (double[] members, string[] memberGroups) = Grouped(random, 25, 0.5, "a");
        (double[] nonMembers, string[] nonMemberGroups) = Grouped(random, 30, 0, shared ? "a" : "b");
        ScoreSample sample = ScoreSample.Create(members, nonMembers, memberGroups, nonMemberGroups);
        Assert.True(sample.HasGroups);
        double expected = BruteForceDeLong.ClusteredVariance(members, nonMembers, memberGroups, nonMemberGroups);
        double error = Auc.Estimate(sample).StandardError;
        Assert.Equal(expected, error * error, 1e-15);
        Assert.NotEqual(Auc.Estimate(ScoreSample.Create(members, nonMembers)).StandardError, error, 1e-3);
    }

    [Fact]
    public void Estimate_augmented_records_are_groups_of_their_own()
    {
        Random random = new(8);
        (double[] members, string[] memberGroups) = Grouped(random, 12, 2.5, "a");
        (double[] nonMembers, string[] nonMemberGroups) = Grouped(random, 10, 0, "a");
        AucVariance augmented = ScoreSample.Create(members, nonMembers, memberGroups, nonMemberGroups).Moments.Augmented;
        double[] ends = [double.NegativeInfinity, double.PositiveInfinity];
        double expected = BruteForceDeLong.ClusteredVariance(
            [.. members, .. ends], [.. nonMembers, .. ends], [.. memberGroups, "low", "high"], [.. nonMemberGroups, "low'", "high'"]);
        Assert.Equal(expected, augmented.Total, 1e-15);
        Assert.Equal(BruteForceDeLong.Compute([.. members, .. ends], [.. nonMembers, .. ends]).Auc, augmented.Auc, 1e-15);
    }

    [Fact]
    public void DegreesOfFreedom_count_shared_groups_once()
    {
        AucVariance shared = new(0.6, 0.01, 0.01, 0.02, 10, 10, 10);
        Assert.Equal(9, shared.DegreesOfFreedom);
        AucVariance apart = new(0.6, 0.01, 0.01, 0, 10, 10, 20);
        Assert.Equal(18, apart.DegreesOfFreedom, 1e-12);
    }

    [Fact]
    public void Proportion_of_persons_all_right_or_all_wrong_knows_as_much_as_persons()
    {
        double[] right = [.. Enumerable.Range(0, 100).Select(static i => i / 5 < 15 ? 1.0 : 0)];
        string[] people = [.. Enumerable.Range(0, 100).Select(static i => $"person {i / 5}")];
        ScoreSample sample = ScoreSample.Create(right, new double[100], people);
        Proportion mixed = Proportion.AtLeast(sample.MemberScores, sample.Groups, sample.MemberGroups, 1);
        Assert.Equal(0.75, mixed.Value);
        Assert.Equal(19, mixed.EffectiveTrials, 1e-10);
        Assert.Equal(20, Proportion.AtLeast(sample.MemberScores, sample.Groups, sample.MemberGroups, 2).EffectiveTrials);
        Assert.Equal(100, Proportion.AtLeast(sample.NonMemberScores, sample.Groups, sample.NonMemberGroups, 2).EffectiveTrials);
    }

    [Fact]
    public void Create_groups_of_one_change_nothing()
    {
        Random random = new(4);
        double[] members = Samples.NormalScores(random, 60, 0.4);
        double[] nonMembers = Samples.NormalScores(random, 50, 0);
        ScoreSample plain = ScoreSample.Create(members, nonMembers);
        ScoreSample single = ScoreSample.Create(
            members, nonMembers, [.. Enumerable.Range(0, 60).Select(static i => $"m{i}")], [.. Enumerable.Range(0, 50).Select(static i => $"n{i}")]);
        Assert.False(single.HasGroups);
        Assert.Equal((60, 50), (single.MemberGroups, single.NonMemberGroups));
        Assert.Equal(Auc.Estimate(plain), Auc.Estimate(single));
        Assert.Equal(TprAtFpr.Estimate(plain, 0.1), TprAtFpr.Estimate(single, 0.1, seed: 99));
    }

    [Fact]
    public void Create_counts_groups_per_side()
    {
        ScoreSample sample = ScoreSample.Create([1, 2, 3], [0, 1], ["x", "x", "y"], ["y", "z"]);
        Assert.Equal((2, 2, 3), (sample.MemberGroups, sample.NonMemberGroups, sample.Groups));
        ScoreSample oneSide = ScoreSample.Create([1, 2, 3], [0, 1], ["x", "x", "y"]);
        Assert.Equal((2, 2, 4), (oneSide.MemberGroups, oneSide.NonMemberGroups, oneSide.Groups));
    }

    [Fact]
    public void OnePerGroup_keeps_each_group_once_and_repeats_with_its_seed()
    {
        double[] members = [.. Enumerable.Range(0, 300).Select(static i => (double)i)];
        double[] nonMembers = [.. Enumerable.Range(1000, 300).Select(static i => (double)i)];
        string[] people = [.. Enumerable.Range(0, 300).Select(static i => $"person {i / 3}")];
        ScoreSample sample = ScoreSample.Create(members, nonMembers, people, people);
        (SortedScores m, SortedScores n) = sample.OnePerGroup(1);
        int[] drawn = [.. m.Values.Concat(n.Values.Select(static v => v - 1000)).Select(static v => (int)v / 3).Order()];
        Assert.Equal(Enumerable.Range(0, 100), drawn);
        Assert.InRange(m.Count, 30, 70);
        Assert.Equal(m.Values, sample.OnePerGroup(1).Members.Values);
        Assert.NotEqual(m.Values, sample.OnePerGroup(2).Members.Values);
        Assert.Equal(3, m.Values.Select(static v => (int)v % 3).Distinct().Count());
    }

    [Fact]
    public void Refusal_of_grouped_samples_counts_what_is_drawn()
    {
        double[] scores = [.. Enumerable.Range(0, 6000).Select(static i => (double)i)];
        string[] people = [.. Enumerable.Range(0, 6000).Select(static i => $"{i / 10}")];
        string[] others = [.. Enumerable.Range(0, 6000).Select(static i => $"other {i / 10}")];
        ScoreSample sample = ScoreSample.Create(scores, scores, people, others);
        Assert.Equal(TprAtFpr.Refusal(600, 600, 0.01, 0.02), TprAtFpr.Refusal(sample, 0.01, 0.02, seed: 1));
        Assert.Null(TprAtFpr.Refusal(6000, 6000, 0.01, 0.02));
        Assert.NotNull(TprAtFpr.Refusal(600, 600, 0.01, 0.02));
    }

    [Fact]
    public void InvertedScoreZ_of_grouped_records_is_smaller()
    {
        double[] members = [.. Enumerable.Range(0, 200).Select(static i => (double)(i / 20))];
        double[] nonMembers = [.. Enumerable.Range(0, 200).Select(static i => (i / 20) + 1.5)];
        string[] people = [.. Enumerable.Range(0, 200).Select(static i => $"person {i / 20}")];
        string[] others = [.. Enumerable.Range(0, 200).Select(static i => $"other {i / 20}")];
        double grouped = Auc.InvertedScoreZ(ScoreSample.Create(members, nonMembers, people, others));
        double plain = Auc.InvertedScoreZ(ScoreSample.Create(members, nonMembers));
        Assert.InRange(grouped, plain / 3.5, plain / 6);
    }

    [Fact]
    public void Create_bad_groups_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ScoreSample.Create([1, 2], [0], ["a"]));
        Assert.Contains("member 1", Assert.Throws<PanameDataException>(() => ScoreSample.Create([1, 2], [0], ["a", null!])).Message, StringComparison.Ordinal);
    }

    private static (double[] Scores, string[] Groups) Grouped(Random random, int groups, double shift, string prefix)
    {
        List<double> scores = [];
        List<string> names = [];
        for (int g = 0; g < groups; g++)
        {
            double level = Samples.NextNormal(random);
            for (int i = random.Next(1, 6); i > 0; i--)
            {
                scores.Add(Math.Round((shift + level + (0.3 * Samples.NextNormal(random))) * 4) / 4);
                names.Add($"{prefix}{g}");
            }
        }

        return ([.. scores], [.. names]);
    }
}
