using Paname.Attacks.Data;
using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>From scores to a bound: the choices that are paid for, and what the result says of itself.</summary>
public sealed class EpsilonAuditTests
{
    private static readonly EpsilonOptions Coins = new() { Inclusion = Inclusion.FairCoins };

    [Theory]
    [InlineData(EpsilonThresholds.Ranks, 16)]
    [InlineData(EpsilonThresholds.All, 500)]
    [InlineData(EpsilonThresholds.ConvexHull, 3)]
    [InlineData(EpsilonThresholds.Fixed, 1)]
    [InlineData(EpsilonThresholds.YesOrNo, 1)]
    public void Perfect_separation_gives_the_exact_bound_of_its_share(EpsilonThresholds thresholds, int claims)
    {
        EpsilonOptions options = new() { Thresholds = thresholds, Level = 0.01 };
        ScoreSample sample = thresholds == EpsilonThresholds.YesOrNo ? ScoreSample.Create(new double[500].Select(static _ => 1.0).ToArray(), new double[500]) : Perfect(500, 500);
        double value = EpsilonAudit.FromScores(sample, 0, options).Value;
        Assert.Equal(EpsilonBound.ClopperPearson(500, 500, 0, 500, 0.01 / claims), value, 1e-12);
        Assert.Equal(value, EpsilonAudit.Ceiling(500, 500, 0, options), 1e-12);
    }

    [Theory]
    [InlineData(EpsilonMethod.ClopperPearson, Inclusion.NotRandomised)]
    [InlineData(EpsilonMethod.JointBayesian, Inclusion.IndependentRuns)]
    [InlineData(EpsilonMethod.GaussianDp, Inclusion.NotRandomised)]
    [InlineData(EpsilonMethod.OneRun, Inclusion.FairCoins)]
    [InlineData(EpsilonMethod.OneRunFdp, Inclusion.FairCoins)]
    public void Perfect_separation_is_finite_and_grows_with_the_records(EpsilonMethod method, Inclusion inclusion)
    {
        EpsilonOptions options = new() { Method = method, Inclusion = inclusion };
        double few = EpsilonAudit.FromScores(Perfect(100, 100), 1e-5, options).Value;
        double many = EpsilonAudit.FromScores(Perfect(1000, 1000), 1e-5, options).Value;
        Assert.InRange(few, 1, 30);
        Assert.InRange(many, few + 1, 100);
        Assert.Equal(0, EpsilonAudit.FromScores(ScoreSample.Create(new double[100], new double[100]), 1e-5, options).Value);
    }

    [Theory]
    [InlineData(Inclusion.NotRandomised, null, EpsilonKind.Empirical, EpsilonMethod.ClopperPearson, "not a DP bound")]
    [InlineData(Inclusion.IndependentRuns, null, EpsilonKind.DpBound, EpsilonMethod.ClopperPearson, "training run")]
    [InlineData(Inclusion.FairCoins, null, EpsilonKind.DpBound, EpsilonMethod.OneRun, "fair coin")]
    [InlineData(Inclusion.FairCoins, EpsilonMethod.OneRunFdp, EpsilonKind.DpBound, EpsilonMethod.OneRunFdp, "Gaussian")]
    [InlineData(Inclusion.FairCoins, EpsilonMethod.ClopperPearson, EpsilonKind.Empirical, EpsilonMethod.ClopperPearson, "not a DP bound")]
    [InlineData(Inclusion.IndependentRuns, EpsilonMethod.JointBayesian, EpsilonKind.DpBound, EpsilonMethod.JointBayesian, "Jeffreys")]
    [InlineData(Inclusion.NotRandomised, EpsilonMethod.GaussianDp, EpsilonKind.Empirical, EpsilonMethod.GaussianDp, "Gaussian")]
    public void Result_says_what_it_bounds(Inclusion inclusion, EpsilonMethod? method, EpsilonKind kind, EpsilonMethod used, string restsOn)
    {
        EpsilonEstimate estimate = EpsilonAudit.FromScores(Perfect(60, 50), 1e-5, new() { Inclusion = inclusion, Method = method, Level = 0.1 });
        Assert.Equal((kind, used, 1e-5, 0.1), (estimate.Kind, estimate.Method, estimate.Delta, estimate.Level));
        Assert.Contains(restsOn, estimate.RestsOn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EpsilonThresholds.Ranks, "Bonferroni over 10 thresholds at ranks stated beforehand")]
    [InlineData(EpsilonThresholds.All, "Bonferroni over all 60 members and 50 non-members as thresholds")]
    [InlineData(EpsilonThresholds.ConvexHull, "Bonferroni over the 3 corners of the ROC curve's convex hull, as jax_privacy; their number is read off the data")]
    [InlineData(EpsilonThresholds.Split, "none: the threshold was chosen on 0.5 of the records and judged on the others")]
    [InlineData(EpsilonThresholds.Fixed, "none: the threshold 0 was fixed beforehand")]
    public void Result_says_what_was_corrected(EpsilonThresholds thresholds, string correction) =>
        Assert.Equal(correction, EpsilonAudit.FromScores(Perfect(60, 50), 0, new() { Thresholds = thresholds }).Correction);

    [Fact]
    public void Thresholds_at_ranks_with_their_limits()
    {
        // n = 4: ranks 1 and 2 of non-members from above; m = 4: ranks 1 and 2 of members from below. Counts at ranks, not those of ties.
        ScoreSides scores = ScoreSides.Of(ScoreSample.Create([5, 4, 2, 2], [4, 3, 1, 0]), 1);
        ThresholdFamily family = ThresholdFamily.Create(scores, 0, new());
        Assert.Equal([new(1, 3, 0, 4), new(2, 2, 1, 3), new(4, 0, 2, 2), new(3, 1, 2, 2)], family.Counts);
        Assert.Equal(4, family.Claims);
    }

    [Fact]
    public void Order_of_records_and_ties_changes_nothing()
    {
        Random random = new(3);
        double[] members = [.. Enumerable.Range(0, 80).Select(_ => (double)random.Next(6) + 1)];
        double[] nonMembers = [.. Enumerable.Range(0, 80).Select(_ => (double)random.Next(6))];
        ScoreSample sample = ScoreSample.Create(members, nonMembers);
        Array.Reverse(members);
        Array.Reverse(nonMembers);
        ScoreSample reversed = ScoreSample.Create(members, nonMembers);
        foreach (EpsilonOptions options in new EpsilonOptions[] { new(), new() { Thresholds = EpsilonThresholds.Split }, Coins, new() { SignUnknown = true } })
        {
            Assert.Equal(EpsilonAudit.FromScores(sample, 1e-5, options), EpsilonAudit.FromScores(reversed, 1e-5, options));
        }
    }

    [Fact]
    public void Turned_sign_gets_half_of_the_level()
    {
        ScoreSample sample = Perfect(200, 100);
        ScoreSample turned = ScoreSample.Create([.. Enumerable.Range(0, 200).Select(static i => -1000.0 - i)], [.. Enumerable.Range(0, 100).Select(static i => (double)i)]);
        double half = EpsilonAudit.FromScores(sample, 0, new() { Level = 0.025 }).Value;
        Assert.Equal(half, EpsilonAudit.FromScores(sample, 0, new() { SignUnknown = true }).Value);
        Assert.Equal(half, EpsilonAudit.FromScores(turned, 0, new() { SignUnknown = true }).Value);
        Assert.Equal(0, EpsilonAudit.FromScores(turned, 0).Value);
        Assert.Contains("a quarter for each limit", EpsilonAudit.FromScores(turned, 0, new() { SignUnknown = true }).Correction, StringComparison.Ordinal);
    }

    [Fact]
    public void Direction_of_true_negatives_counts_unless_told_otherwise()
    {
        // Half of the non-members lie below every member: no member is missed there, but no threshold calls few non-members members.
        ScoreSample sample = ScoreSample.Create([.. Enumerable.Range(0, 400).Select(static i => (double)i)], [.. Enumerable.Range(0, 400).Select(static i => i < 200 ? -1.0 - i : i)]);
        double both = EpsilonAudit.FromScores(sample, 0).Value;
        Assert.True(both > EpsilonAudit.FromScores(sample, 0, new() { BothDirections = false }).Value + 1);
    }

    [Fact]
    public void One_run_guesses_are_those_stated()
    {
        ScoreSample sample = ScoreSample.Create([10, 9, 8, 3, 2], [7, 6, 5, 4, 1]);
        EpsilonOptions options = Coins with { Guesses = [new(4, 3)] };

        // Of the highest 4 (10, 9, 8, 7) three are members, of the lowest 3 (3, 2, 1) one is none.
        Assert.Equal(OneRunEpsilon.Lower(10, 7, 4, 0.01, 0.05), EpsilonAudit.FromScores(sample, 0.01, options).Value, 1e-9);
        OneRunGuesses guesses = new(ScoreSides.Of(sample, 1), 1);
        Assert.Equal([3, 4, 5, 5], new[] { new GuessCount(3, 0), new GuessCount(3, 1), new GuessCount(10, 0), new GuessCount(0, 10) }.Select(guesses.Correct));
        double two = EpsilonAudit.FromScores(Perfect(50, 50), 0, Coins with { Guesses = [new(20, 0), new(40, 0)] }).Value;
        Assert.Equal(OneRunEpsilon.Lower(100, 40, 40, 0, 0.025), two, 1e-9);
    }

    [Fact]
    public void One_run_guesses_by_default_are_halves()
    {
        Assert.Equal([new(50, 0), new(50, 50), new(25, 0), new(25, 25), new(12, 0), new(12, 12)], OneRunGuesses.Default(100));
        Assert.Equal([new(1, 0), new(1, 1)], OneRunGuesses.Default(3));
        Assert.Contains("Bonferroni over 6 numbers of guesses", EpsilonAudit.FromScores(Perfect(50, 50), 0, Coins).Correction, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_scores_are_ordered_without_a_look_at_membership()
    {
        ScoreSample tied = ScoreSample.Create(new double[500], new double[500]);
        int[] correct = [.. Enumerable.Range(0, 200).Select(seed => new OneRunGuesses(ScoreSides.Of(tied, 1), seed).Correct(new(100, 0)))];
        Assert.Equal(50, correct.Average(), 1.5);
        Assert.True(correct.Distinct().Count() > 5);
    }

    [Fact]
    public void Groups_count_once()
    {
        double[] members = [.. Enumerable.Range(0, 300).Select(static i => 1000.0 + i)];
        double[] nonMembers = [.. Enumerable.Range(0, 300).Select(static i => (double)i)];
        ScoreSample grouped = ScoreSample.Create(members, nonMembers, [.. Enumerable.Range(0, 300).Select(static i => $"m{i / 6}")], [.. Enumerable.Range(0, 300).Select(static i => $"n{i / 6}")]);
        EpsilonEstimate estimate = EpsilonAudit.FromScores(grouped, 0);
        Assert.Equal(EpsilonAudit.FromScores(Perfect(50, 50), 0).Value, estimate.Value);
        Assert.Contains("one record drawn from each group", estimate.RestsOn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 26, false)]
    [InlineData(100, 25, true)]
    [InlineData(1000, 423, false)]
    [InlineData(1000, 422, true)]
    public void Sides_that_fair_coins_give_less_than_once_in_a_million_are_refused(int records, int fewer, bool refused)
    {
        // SciPy: twice the lower tail of Bin(records, 1/2) is 1.67e-6 and 5.64e-7, 1.25e-6 and 9.06e-7.
        foreach ((int members, int nonMembers) in new[] { (fewer, records - fewer), (records - fewer, fewer) })
        {
            Exception? error = Record.Exception(() => EpsilonAudit.FromScores(Perfect(members, nonMembers), 0, Coins));
            Assert.Equal(refused, error is PanameDataException);
            Assert.Equal(refused, error is not null);
        }
    }

    [Fact]
    public void A_yes_or_no_has_two_values_at_most()
    {
        EpsilonOptions options = new() { Thresholds = EpsilonThresholds.YesOrNo };
        Assert.Equal(0, EpsilonAudit.FromScores(ScoreSample.Create([3, 3], [3]), 0, options).Value);
        Assert.True(EpsilonAudit.FromScores(ScoreSample.Create([.. Enumerable.Repeat(.7, 90), .. Enumerable.Repeat(.2, 10)], [.. Enumerable.Repeat(.2, 100)]), 0, options).Value > 1);
        foreach (ScoreSample graded in new[] { ScoreSample.Create([0, 1, .5], [0, 1]), ScoreSample.Create([0, 1], [0, .5, 1]), ScoreSample.Create([0, 1], [0, 2]) })
        {
            PanameDataException error = Assert.Throws<PanameDataException>(() => EpsilonAudit.FromScores(graded, 0, options with { SignUnknown = true }));
            Assert.StartsWith("The scores take more than two values, and a yes or no has two. Set Thresholds to Ranks", error.Message, StringComparison.Ordinal);
        }

        // Thresholds have no part in one-run methods.
        Assert.True(EpsilonAudit.FromScores(Perfect(50, 50), 0, Coins with { Thresholds = EpsilonThresholds.YesOrNo }).Value > 0);
    }

    [Fact]
    public void What_cannot_be_meant_is_refused()
    {
        ScoreSample sample = Perfect(30, 30);
        Assert.Throws<ArgumentException>(() => EpsilonAudit.FromScores(sample, 0, new() { Method = EpsilonMethod.OneRun }));
        Assert.Throws<ArgumentException>(() => EpsilonAudit.FromScores(sample, 0, new() { Method = EpsilonMethod.OneRunFdp, Inclusion = Inclusion.IndependentRuns }));
        Assert.Throws<ArgumentOutOfRangeException>("Level", () => EpsilonAudit.FromScores(sample, 0, new() { Level = 0.6 }));
        Assert.Throws<ArgumentOutOfRangeException>("SplitShare", () => EpsilonAudit.FromScores(sample, 0, new() { SplitShare = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>("Threshold", () => EpsilonAudit.FromScores(sample, 0, new() { Threshold = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>("delta", () => EpsilonAudit.FromScores(sample, 0, new() { Method = EpsilonMethod.GaussianDp }));
        Assert.Throws<ArgumentOutOfRangeException>("delta", () => EpsilonAudit.FromScores(sample, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpsilonAudit.FromScores(sample, 0, Coins with { Guesses = [new(0, 0)] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpsilonAudit.FromScores(sample, 0, Coins with { Guesses = [new(-1, 2)] }));
        Assert.Throws<PanameDataException>(() => EpsilonAudit.FromScores(sample, 0, Coins with { Guesses = [new(31, 30)] }));
        Assert.Throws<PanameDataException>(() => EpsilonAudit.FromScores(Perfect(200, 50), 0, Coins));
        Assert.Throws<PanameDataException>(() => EpsilonAudit.FromScores(Perfect(1, 50), 0, new() { Thresholds = EpsilonThresholds.Split }));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpsilonAudit.FromScores(sample, 0, new() { Thresholds = (EpsilonThresholds)99 }));
        Assert.Equal(0, EpsilonAudit.FromScores(Perfect(1, 1), 0).Value);
    }

    private static ScoreSample Perfect(int members, int nonMembers) =>
        ScoreSample.Create([.. Enumerable.Range(0, members).Select(static i => 1000.0 + i)], [.. Enumerable.Range(0, nonMembers).Select(static i => -1000.0 - i)]);
}
