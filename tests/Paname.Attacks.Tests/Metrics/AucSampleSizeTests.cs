using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

public sealed class AucSampleSizeTests
{
    [Theory]
    [InlineData(0.55, 181)]
    [InlineData(0.60, 50)]
    [InlineData(0.53, 502)]
    public void Refusal_power_rule_starts_at_the_documented_size(double limit, int required)
    {
        Assert.Null(Auc.Refusal(required, required, limit, twoValued: false));
        SampleSizeRefusal? refusal = Auc.Refusal(required - 1, required - 1, limit, twoValued: false);
        Assert.NotNull(refusal);
        Assert.Equal(required, refusal.RequiredPerSide);
    }

    [Fact]
    public void Power_is_one_half_at_the_size_of_the_power_rule()
    {
        // 46 at .60: hidden behind the minimum of 50, so the rule itself is asked.
        foreach ((double limit, int n) in new[] { (0.55, 181), (0.60, 46), (0.53, 502) })
        {
            double quantile = 1.6448536269514722;
            Assert.True(quantile * Math.Sqrt((n + n + 1) / (12.0 * n * n)) <= limit - 0.5);
            Assert.False(quantile * Math.Sqrt((n + n - 1) / (12.0 * (n - 1) * (n - 1))) <= limit - 0.5);
            Assert.InRange(Auc.Power(n, n, limit, 0.5), 0.499, 0.51);
        }
    }

    [Theory]
    [InlineData(19, 500, 0.7, false, SampleSizeRefusalKind.TooFewToCompute, 50)]
    [InlineData(500, 49, 0.7, false, SampleSizeRefusalKind.TooFewForVerdict, 50)]
    [InlineData(199, 500, 0.7, true, SampleSizeRefusalKind.TooFewForVerdict, 200)]
    [InlineData(199, 500, 0.9, false, SampleSizeRefusalKind.TooFewForVerdict, 200)]
    [InlineData(30, 30, 0.55, false, SampleSizeRefusalKind.TooFewForVerdict, 181)]
    [InlineData(100, 100, 0.55, false, SampleSizeRefusalKind.LowPower, 181)]
    [InlineData(100_000, 100_000, 0.5, false, SampleSizeRefusalKind.LowPower, int.MaxValue)]
    public void Refusal_too_small_names_rule_and_size(int members, int nonMembers, double limit, bool twoValued, SampleSizeRefusalKind kind, int required)
    {
        SampleSizeRefusal? refusal = Auc.Refusal(members, nonMembers, limit, twoValued);
        Assert.NotNull(refusal);
        Assert.Equal((kind, required), (refusal.Kind, refusal.RequiredPerSide));
        Assert.False(refusal.Reason.EndsWith('.'));
        if (required < int.MaxValue)
        {
            Assert.Null(Auc.Refusal(required, required, limit, twoValued));
        }
    }

    [Fact]
    public void Refusal_of_a_sample_counts_groups()
    {
        double[] scores = [.. Enumerable.Range(0, 400).Select(static i => (double)(i % 7))];
        string[] people = [.. Enumerable.Range(0, 400).Select(static i => $"person {i / 10}")];
        SampleSizeRefusal? refusal = Auc.Refusal(ScoreSample.Create(scores, scores, people, null), 0.7);
        Assert.Equal(SampleSizeRefusalKind.TooFewForVerdict, refusal?.Kind);
        Assert.Null(Auc.Refusal(ScoreSample.Create(scores, scores), 0.7));
    }

    [Theory]
    [InlineData(0.50, 0.52, 2577, 3569, 4510)]
    [InlineData(0.50, 0.53, 1146, 1587, 2005)]
    [InlineData(0.50, 0.55, 413, 572, 722)]
    [InlineData(0.50, 0.60, 104, 144, 181)]
    [InlineData(0.51, 0.52, 10300, 14267, 18029)]
    [InlineData(0.51, 0.53, 2576, 3568, 4508)]
    [InlineData(0.51, 0.55, 645, 893, 1128)]
    [InlineData(0.51, 0.60, 128, 177, 224)]
    [InlineData(0.52, 0.53, 10285, 14246, 18003)]
    [InlineData(0.52, 0.55, 1144, 1584, 2001)]
    [InlineData(0.52, 0.60, 162, 224, 282)]
    [InlineData(0.53, 0.55, 2566, 3554, 4490)]
    [InlineData(0.53, 0.60, 210, 291, 367)]
    [InlineData(0.52, 0.50, 2575, 3566, 4506)]
    [InlineData(0.55, 0.50, 411, 569, 718)]
    [InlineData(0.60, 0.50, 102, 141, 177)]
    [InlineData(0.70, 0.50, 25, 34, 42)]
    public void RequiredPerSide_matches_the_planning_table(double trueAuc, double limit, int eighty, int ninety, int ninetyFive)
    {
        Assert.Equal(
            (eighty, ninety, ninetyFive),
            (Auc.RequiredPerSide(limit, trueAuc, 0.8), Auc.RequiredPerSide(limit, trueAuc, 0.9), Auc.RequiredPerSide(limit, trueAuc, 0.95)));
    }

    [Fact]
    public void Power_of_250_per_side_is_the_documented_61_percent() =>
        Assert.Equal(0.61, Auc.Power(250, 250, 0.55, 0.5), 0.005);
}
