using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Metrics;

public sealed class TprAtFprTests
{
    [Fact]
    public void Plan_check_value_of_2200_at_a_permille()
    {
        TprPlan plan = TprAtFpr.Plan(2200, 2200, 0.001);
        Assert.Equal(6, plan.K);
        Assert.Equal(0.024843122461710075, plan.ThresholdError, 1e-14);
        Assert.Equal(0.05, plan.ThresholdError + plan.CountError, 1e-15);
        Assert.Equal(0.005921781585695407, plan.PlannedUpper, 1e-12);
    }

    [Theory]
    [InlineData(10_000, 100, 0.1)]
    [InlineData(300, 4000, 0.01)]
    [InlineData(50, 50, 0.2)]
    public void Plan_is_the_best_of_all_ranks(int members, int nonMembers, double fpr)
    {
        double best = 1;
        int rank = 0;
        for (int k = 1; k <= nonMembers; k++)
        {
            double thresholdError = BinomialTail.AtLeast(k, nonMembers, fpr);
            int expected = (int)Math.Ceiling(members * k / (nonMembers + 1.0));
            if (thresholdError < 0.05 && BinomialInterval.ClopperPearsonUpper(expected, members, 0.05 - thresholdError) < best)
            {
                best = BinomialInterval.ClopperPearsonUpper(expected, members, 0.05 - thresholdError);
                rank = k;
            }
        }

        TprPlan plan = TprAtFpr.Plan(members, nonMembers, fpr);
        Assert.Equal((rank, best), (plan.K, plan.PlannedUpper));
    }

    // The planning table gives 1,000 and 800 where 900 and 700 stand: the power there is one half exactly, by symmetry, and rounding once decided.
    [Theory]
    [InlineData(0.001, 0.005, 2500, 4700, 5400)]
    [InlineData(0.001, 0.01, 900, 1400, 1900)]
    [InlineData(0.001, 0.02, 400, 600, 800)]
    [InlineData(0.01, 0.02, 2200, 3800, 4900)]
    [InlineData(0.01, 0.03, 700, 1300, 1600)]
    [InlineData(0.01, 0.05, 300, 500, 600)]
    public void RequiredPerSide_matches_the_planning_table(double fpr, double limit, int half, int eighty, int ninety)
    {
        Assert.Equal(
            (half, eighty, ninety),
            (TprAtFpr.RequiredPerSide(fpr, limit, 0.5), TprAtFpr.RequiredPerSide(fpr, limit, 0.8), TprAtFpr.RequiredPerSide(fpr, limit, 0.9)));
    }

    [Theory]
    [InlineData("auditor_jax", "in_scores", "out_scores", "ordinary")]
    [InlineData("auditor_jax_ties", "in_scores", "out_scores", "ordinary")]
    [InlineData("epsilon_lower_bound_tfp", "pos_scores", "neg_scores", "roc")]
    public void Estimate_reference_case_matches(string name, string members, string nonMembers, string key)
    {
        ReferenceCase reference = new(name);
        ScoreSample sample = ScoreSample.Create(reference.Array(members), reference.Array(nonMembers));
        foreach ((double fpr, string field) in new[] { (0.001, "tpr_at_fpr_0_001"), (0.01, "tpr_at_fpr_0_01"), (0.1, "tpr_at_fpr_0_1") })
        {
            Assert.Equal(reference.Number(key, field), TprAtFpr.Estimate(sample, fpr).Value, 1e-12);
        }
    }

    [Fact]
    public void Estimate_shifted_ranks_counts_eleven()
    {
        double[] nonMembers = [.. Enumerable.Range(0, 100).Select(static i => (double)i)];
        ScoreSample sample = ScoreSample.Create(Array.ConvertAll(nonMembers, static v => v + 9.5), nonMembers);
        Assert.Equal(0.11, TprAtFpr.Estimate(sample, 0.01).Value, 1e-15);
        Assert.Equal(0.5905, Auc.Estimate(sample).Value, 1e-15);
    }

    [Fact]
    public void Estimate_bounds_follow_the_written_procedure()
    {
        double[] nonMembers = [.. Enumerable.Range(0, 1000).Select(static i => (double)i)];
        double[] members = Array.ConvertAll(nonMembers, static v => v + 30.5);
        BoundedEstimate estimate = TprAtFpr.Estimate(ScoreSample.Create(members, nonMembers), 0.01);

        TprPlan plan = TprAtFpr.Plan(1000, 1000, 0.01);
        int above = 30 + plan.K; // members at or above the k-th largest non-member, 1000 - k
        Assert.Equal(BinomialInterval.ClopperPearsonUpper(above, 1000, plan.CountError), estimate.Upper, 1e-14);

        // P[Bin(1000, .01) <= 3] = .0101, <= 4 = .0287: k = 4, members above 996.
        double thresholdError = BinomialTail.AtMost(3, 1000, 0.01);
        Assert.Equal(0.0100, thresholdError, 2e-4);
        Assert.Equal(BinomialInterval.ClopperPearsonLower(34, 1000, 0.05 - thresholdError), estimate.Lower, 1e-14);
    }

    [Fact]
    public void Estimate_members_tied_with_the_threshold_count_against_the_model()
    {
        BoundedEstimate constant = TprAtFpr.Estimate(ScoreSample.Create(new double[1000], new double[1000]), 0.01);
        Assert.Equal((0, 0, 1), (constant.Value, constant.Lower, constant.Upper));
    }

    [Theory]
    [InlineData(0.01, 368)]
    [InlineData(0.001, 3688)]
    public void Lower_is_positive_from_the_documented_size_only(double fpr, int size)
    {
        double[] separated = [.. Enumerable.Repeat(1.0, size)];
        Assert.True(TprAtFpr.Estimate(ScoreSample.Create(separated, new double[size]), fpr).Lower > 0.9);
        Assert.Equal(0, TprAtFpr.Estimate(ScoreSample.Create(separated, new double[size - 1]), fpr).Lower);
    }

    [Fact]
    public void Refusal_planned_bound_decides_and_names_the_size_that_passes()
    {
        SampleSizeRefusal? refusal = TprAtFpr.Refusal(500, 500, 0.001, 0.005);
        Assert.NotNull(refusal);
        Assert.Equal(SampleSizeRefusalKind.LowPower, refusal.Kind);
        Assert.True(TprAtFpr.Plan(refusal.RequiredPerSide, refusal.RequiredPerSide, 0.001).PlannedUpper < 0.005);
        Assert.True(TprAtFpr.Plan(refusal.RequiredPerSide - 1, refusal.RequiredPerSide - 1, 0.001).PlannedUpper >= 0.005);
        Assert.Null(TprAtFpr.Refusal(refusal.RequiredPerSide, refusal.RequiredPerSide, 0.001, 0.005));
        Assert.Equal(int.MaxValue, TprAtFpr.Refusal(5000, 5000, 0.01, 0.01)?.RequiredPerSide);
        Assert.Null(TprAtFpr.Refusal(2200, 2200, 0.001, 0.006));
        Assert.NotNull(TprAtFpr.Refusal(2200, 2200, 0.001, 0.0059));
    }

    [Fact]
    public void Estimate_tiny_samples_give_no_information_rather_than_an_error()
    {
        BoundedEstimate tiny = TprAtFpr.Estimate(ScoreSample.Create([1, 2], [0]), 0.1);
        Assert.Equal((1, 0, 1), (tiny.Value, tiny.Lower, tiny.Upper));
    }

    [Fact]
    public void PValueAtLeast_small_value_means_the_bound_reaches_the_limit()
    {
        Random random = new(20_240_601);
        foreach (double shift in new[] { 0, 0.5, 2 })
        {
            ScoreSample sample = Samples.Normal(random, 900, 900, shift);
            foreach (double limit in new[] { 0.001, 0.01, 0.02, 0.05, 0.2 })
            {
                double p = TprAtFpr.PValueAtLeast(sample, 0.01, limit);
                foreach (double level in new[] { 0.001, 0.01, 0.02, 0.05, 0.1, 0.3, 0.5 })
                {
                    bool reached = TprAtFpr.Estimate(sample, 0.01, level).Lower >= limit;
                    Assert.True(p > level || reached, $"shift {shift}, limit {limit}, level {level}, p {p}");
                }

                if (p is > 1e-6 and < 0.49)
                {
                    // The value is tight: just below it, the bound does not reach the limit.
                    Assert.True(TprAtFpr.Estimate(sample, 0.01, p * (1 - 1e-9)).Lower < limit);
                    Assert.True(TprAtFpr.Estimate(sample, 0.01, p * (1 + 1e-9)).Lower >= limit);
                }
            }
        }
    }
}
