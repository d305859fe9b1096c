using Paname.Attacks.Data;
using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics.Slices;

public sealed class SliceFindingsTests
{
    [Fact]
    public void Each_slice_is_the_metric_of_its_own_records()
    {
        (double[] scores, int members, string[] slices) = Audit(60, 1.5, 0, 0);
        SliceFindings findings = SliceFindings.Of([SlicedScores.Create("Loss", scores, members, slices)], Below(0.6));
        Assert.Equal(["a", "b", "c"], findings.Results.Select(r => r.Slice));
        Assert.Equal(3, findings.Comparisons);
        foreach (SliceResult result in findings.Results)
        {
            ScoreSample sample = ScoreSample.Create(
                [.. scores.Where((_, i) => i < members && slices[i] == result.Slice)],
                [.. scores.Where((_, i) => i >= members && slices[i] == result.Slice)]);
            Assert.Equal(Auc.Estimate(sample), result.Estimate);
            Assert.Equal(Auc.Estimate(sample, 0.05 / 3), result.Together);
            Assert.Equal(60, result.Members);
        }

        double[] adjusted = Holm.Adjust([.. findings.Results.Select(r => Auc.PValueAtLeast(
            ScoreSample.Create(
                [.. scores.Where((_, i) => i < members && slices[i] == r.Slice)],
                [.. scores.Where((_, i) => i >= members && slices[i] == r.Slice)]),
            0.6))]);
        Assert.Equal(adjusted, findings.Results.Select(r => r.AdjustedPValue!.Value));
        Assert.Equal([true, false, false], findings.Results.Select(r => r.LeakProven));
    }

    [Fact]
    public void Worst_slice_is_quoted_with_bounds_that_allow_for_the_choice()
    {
        (double[] scores, int members, string[] slices) = Audit(60, 0, 1, 0);
        WorstSlice worst = SliceFindings.Of(
            [SlicedScores.Create("Loss", scores, members, slices), SlicedScores.Create("Entropy", [.. scores.Select(s => -s)], members, slices)], Below(0.6)).Worst!;
        Assert.Equal(("Loss", "b", 6), (worst.Attack, worst.Slice, worst.ChosenFrom));
        ScoreSample sample = ScoreSample.Create(
            [.. scores.Where((_, i) => i < members && slices[i] == "b")],
            [.. scores.Where((_, i) => i >= members && slices[i] == "b")]);
        Assert.Equal(Auc.Estimate(sample, 0.05 / 6), worst.Estimate);
        Assert.StartsWith("b under Loss was chosen for the highest AUC of 6 (slices and attacks that can be computed): 0.", worst.Statement, StringComparison.Ordinal);
        Assert.Contains("one-sided 95% bounds", worst.Statement, StringComparison.Ordinal);
        Assert.EndsWith("allow for the choice; the estimate itself is too high in the mean", worst.Statement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.01)]
    public void Bounds_proofs_and_words_follow_the_level(double level)
    {
        // A p-value a little above the default level on slice a, after Holm's correction over the three.
        (double[] scores, int members, string[] slices) = Audit(60, 0.8, 0, 0);
        SliceFindings findings = SliceFindings.Of([SlicedScores.Create("Loss", scores, members, slices)], Below(0.6) with { Level = level });
        SliceResult a = findings.Results[0];
        ScoreSample sample = ScoreSample.Create([.. scores.Take(60)], [.. scores.Skip(members).Take(60)]);
        Assert.Equal(Auc.Estimate(sample, level), a.Estimate);
        Assert.Equal(Auc.Estimate(sample, level / 3), a.Together);
        Assert.InRange(a.AdjustedPValue!.Value, 0.055, 0.29);
        Assert.Equal(level == 0.3, a.LeakProven);
        Assert.Contains(level == 0.3 ? "one-sided 70% bounds" : "one-sided 99% bounds", findings.Worst!.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Slices_too_small_are_listed_with_the_reason_and_leave_the_family()
    {
        double[] scores = [.. Enumerable.Range(0, 200).Select(i => (double)(i * 37 % 101))];
        string[] slices = [.. Enumerable.Range(0, 200).Select(i => i is 0 or 1 or 150 ? "tiny" : i == 2 ? "one side" : i is (> 2 and < 30) or (> 160 and < 190) ? "small" : "large")];
        SliceFindings findings = SliceFindings.Of([SlicedScores.Create("Loss", scores, 100, slices)], Below(0.8));
        Assert.Equal(["large", "one side", "small", "tiny"], findings.Results.Select(r => r.Slice));
        Assert.Equal(2, findings.Comparisons);
        Assert.Null(findings.Results[0].Refusal);
        Assert.Equal((1, 0), (findings.Results[1].Members, findings.Results[1].NonMembers));
        Assert.Equal(SampleSizeRefusalKind.TooFewToCompute, findings.Results[1].Refusal!.Kind);
        Assert.Null(findings.Results[1].Estimate);
        Assert.Equal(SampleSizeRefusalKind.TooFewForVerdict, findings.Results[2].Refusal!.Kind);
        Assert.NotNull(findings.Results[2].Estimate);
        Assert.Contains("2 members and 1 non-members are too few", findings.Results[3].Refusal!.Reason, StringComparison.Ordinal);
        Assert.Null(findings.Results[3].AdjustedPValue);
        Assert.False(findings.Results[3].LeakProven);
    }

    [Fact]
    public void Leak_on_too_few_records_for_a_verdict_is_not_proven()
    {
        double[] scores = [.. Enumerable.Range(0, 60).Select(i => i < 30 ? 100.0 + i : i)];
        SliceResult result = SliceFindings.Of([SlicedScores.Create("Loss", scores, 30, [.. scores.Select(_ => "all")])], Below(0.6)).Results[0];
        Assert.Equal(1, result.AdjustedPValue);
        Assert.False(result.LeakProven);
        Assert.InRange(result.Estimate!.Value.Lower, 0.8, 1);
    }

    [Fact]
    public void Nothing_computable_has_no_worst_slice() =>
        Assert.Null(SliceFindings.Of([SlicedScores.Create("Loss", [1, 2], 1, ["a", "b"])], Below(0.6)).Worst);

    [Fact]
    public void Tpr_needs_enough_non_members_for_a_lower_bound()
    {
        SliceOptions options = new() { Metric = LeakMetric.TprAt(0.01), Limit = 0.5 };
        double[] scores = [.. Enumerable.Range(0, 2 * 735).Select(i => i < 735 ? i + 0.5 : (i - 735) % 367 * 2.0)];
        string[] slices = [.. Enumerable.Range(0, 2 * 735).Select(i => i % 735 < 368 ? "enough" : "short")];
        SliceFindings findings = SliceFindings.Of([SlicedScores.Create("Loss", scores, 735, slices)], options);
        Assert.Equal([368, 367], findings.Results.Select(r => r.NonMembers));
        Assert.Equal(1, findings.Comparisons);
        Assert.Equal(SampleSizeRefusalKind.TooFewToCompute, findings.Results[1].Refusal!.Kind);
        Assert.Contains("needs 368 non-members", findings.Results[1].Refusal!.Reason, StringComparison.Ordinal);
        Assert.NotNull(findings.Results[0].Estimate);
    }

    [Fact]
    public void Order_of_records_and_attacks_changes_no_number_and_inputs_stay()
    {
        (double[] scores, int members, string[] slices) = Audit(30, 1, 0.5, 0);
        int[] order = [.. Enumerable.Range(0, members).OrderBy(i => i * 31 % 97), .. Enumerable.Range(members, scores.Length - members).OrderBy(i => i * 29 % 101)];
        SlicedScores loss = SlicedScores.Create("Loss", scores, members, slices);
        SlicedScores permuted = SlicedScores.Create("Loss", [.. order.Select(i => scores[i])], members, [.. order.Select(i => slices[i])]);
        SlicedScores other = SlicedScores.Create("Other", [.. scores.Select(s => -s)], members, slices);
        double[] before = [.. scores];
        SliceFindings first = SliceFindings.Of([loss, other], Below(0.6));
        SliceFindings second = SliceFindings.Of([other, permuted], Below(0.6));
        Assert.Equal(first.Results.OrderBy(r => r.Attack, StringComparer.Ordinal), second.Results.OrderBy(r => r.Attack, StringComparer.Ordinal));
        Assert.Equal(first.Worst!.Statement, second.Worst!.Statement);
        Assert.Equal(before, scores);
    }

    [Fact]
    public void Groups_and_judged_records_are_kept_to()
    {
        (double[] scores, int members, string[] slices) = Audit(60, 0, 0, 0);
        string[] groups = [.. Enumerable.Range(0, scores.Length).Select(i => $"{i / 2}")];
        int[] judged = [.. Enumerable.Range(0, scores.Length).Where(i => slices[i] != "c")];
        SliceFindings findings = SliceFindings.Of([SlicedScores.Create("Loss", scores, members, slices, groups, judged)], Below(0.9));
        Assert.Equal([30, 30, 0], findings.Results.Select(r => r.Members));
        Assert.Equal(2, findings.Comparisons);
    }

    [Fact]
    public void Class_slices_have_their_names()
    {
        Assert.Equal(["class 2", "class 0"], SlicedScores.ByClass([2, 0]));
        Assert.Equal(["cat", "dog"], SlicedScores.ByClass([1, 0], ["dog", "cat"]));
        Assert.Contains("record 1 ", Assert.Throws<PanameDataException>(() => SlicedScores.ByClass([0, 2], ["dog", "cat"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_names_NaN_and_options_are_refused()
    {
        Assert.Contains("record 1 ", Assert.Throws<PanameDataException>(() => SlicedScores.Create("A", [1, 2], 1, ["a", null!])).Message, StringComparison.Ordinal);
        Assert.Throws<PanameDataException>(() => SlicedScores.Create("A", [1, 2], 1, ["a"]));
        Assert.Throws<PanameDataException>(() => SlicedScores.Create("A", [1, double.NaN], 1, ["a", "a"]));
        SlicedScores scores = SlicedScores.Create("A", [1, 2], 1, ["a", "a"]);
        Assert.Throws<ArgumentException>(() => SliceFindings.Of([scores, scores], Below(0.6)));
        Assert.Equal("Limit", Assert.Throws<ArgumentOutOfRangeException>(() => Below(0)).ParamName);
        Assert.Equal("Level", Assert.Throws<ArgumentOutOfRangeException>(() => Below(0.6) with { Level = 0.7 }).ParamName);
    }

    [Fact]
    public void Planning_follows_the_metric_at_the_shared_power()
    {
        Assert.Equal(Auc.RequiredPerSide(0.6, 0.5, 0.98), SliceFindings.RequiredPerSide(LeakMetric.Auc, 0.6, 10));
        Assert.Equal(50, SliceFindings.RequiredPerSide(LeakMetric.Auc, 0.85, 1));
        Assert.Equal(TprAtFpr.RequiredPerSide(0.01, 0.05, 0.9), SliceFindings.RequiredPerSide(LeakMetric.TprAt(0.01), 0.05, 2));
    }

    // Slices a, b, c of n members and n non-members each, whose members score higher by the shifts given.
    private static (double[] Scores, int Members, string[] Slices) Audit(int n, params double[] shifts)
    {
        Random random = new(8);
        double[] scores = [.. shifts.SelectMany(shift => Samples.NormalScores(random, n, shift)), .. Samples.NormalScores(random, 3 * n, 0)];
        string[] names = [.. Enumerable.Range(0, 3 * n).Select(i => "abc"[i / n].ToString())];
        return (scores, 3 * n, [.. names, .. names]);
    }

    private static SliceOptions Below(double limit) => new() { Metric = LeakMetric.Auc, Limit = limit };
}
