using System.Text.Json;
using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>One-run bounds against appendix D of Steinke, Nasr, Jagielski (2023), jax_privacy and PrivacyGuard.</summary>
public sealed class OneRunTests
{
    [Theory]
    [InlineData(100, 100, 100, 0, 3.4929654)]
    [InlineData(100, 100, 75, 0, 0.70221393)]
    [InlineData(10, 10, 10, 0, 1.0518732)]
    [InlineData(100, 100, 50, 0, 0)]
    [InlineData(1000, 100, 100, 1e-5, 3.4653763)]
    [InlineData(1000, 100, 95, 1e-5, 2.1651758)]
    [InlineData(100, 50, 45, 1e-5, 1.392791)]
    public void Lower_matches_to_seven_digits(int m, int r, int v, double delta, double expected) =>
        Assert.Equal(expected, OneRunEpsilon.Lower(m, r, v, delta, 0.05), 6e-8 * Math.Max(1, expected) * 5);

    [Theory]
    [InlineData(100, 1, 3.490)]
    [InlineData(1000, 1, 5.782)]
    [InlineData(10000, 1, 7.834)]
    [InlineData(100, 0.9, 1.630)]
    [InlineData(1000, 0.9, 2.021)]
    [InlineData(10000, 0.9, 2.141)]
    [InlineData(100, 0.75, 0.702)]
    [InlineData(1000, 0.75, 0.976)]
    [InlineData(10000, 0.75, 1.060)]
    [InlineData(100, 0.6, 0.052)]
    [InlineData(1000, 0.6, 0.297)]
    [InlineData(10000, 0.6, 0.371)]
    public void Lower_of_a_share_of_right_guesses(int m, double share, double expected) =>
        Assert.Equal(expected, OneRunEpsilon.Lower(m, m, (int)Math.Round(share * m), 1e-5, 0.05), 6e-4);

    [Theory]
    [InlineData(100, 1.048)]
    [InlineData(1000, 3.465)]
    [InlineData(10000, 5.529)]
    public void Lower_when_nine_in_ten_records_are_not_guessed(int m, double expected) =>
        Assert.Equal(expected, OneRunEpsilon.Lower(m, m / 10, m / 10, 1e-5, 0.05), 6e-4);

    [Theory]
    [InlineData(1, 0.607, 0.880, 0.962)]
    [InlineData(2, 1.468, 1.829, 1.948)]
    [InlineData(4, 2.722, 3.598, 3.871)]
    [InlineData(8, 3.018, 5.332, 6.915)]
    public void Lower_of_randomised_response_at_its_mean(double epsilon, double hundred, double thousand, double tenThousand)
    {
        double[] expected = [hundred, thousand, tenThousand];
        for (int i = 0; i < 3; i++)
        {
            int m = (int)Math.Pow(10, i + 2);
            int v = (int)Math.Round(m / (1 + Math.Exp(-epsilon)));
            Assert.Equal(expected[i], OneRunEpsilon.Lower(m, m, v, 1e-5, 0.05), 6e-4);
        }
    }

    [Theory]
    [InlineData(100, 100, 100, 0, 2.4843786e-14)]
    [InlineData(100, 100, 75, 0, 0.38272187)]
    [InlineData(1000, 100, 100, 1e-5, 5.6330898e-4)]
    [InlineData(10, 10, 10, 0, 0.043603543)]
    public void PValue_matches(int m, int r, int v, double delta, double expected) => Assert.Equal(expected, OneRunEpsilon.PValue(m, r, v, 1, delta), 6e-9 * Math.Max(expected, 1e-13) * 10);

    [Fact]
    public void Reference_case_matches()
    {
        foreach (JsonElement row in new ReferenceCase("one_run_audit").Scalars.GetProperty("rows").EnumerateArray())
        {
            int m = row.GetProperty("m").GetInt32();
            int r = row.GetProperty("r").GetInt32();
            int v = row.GetProperty("v").GetInt32();
            double delta = row.GetProperty("delta").GetDouble();
            double level = row.GetProperty("significance").GetDouble();
            double p = row.GetProperty("p_value").GetDouble();
            Assert.Equal(p, OneRunEpsilon.PValue(m, r, v, row.GetProperty("eps").GetDouble(), delta), 1e-8 * p);
            double lower = OneRunEpsilon.Lower(m, r, v, delta, level);
            Assert.Equal(row.GetProperty("eps_lower").GetDouble(), lower, 1e-8);
            Assert.Equal(row.GetProperty("eps_lower_jax").GetDouble(), lower, 2e-6);
            if (row.GetProperty("eps_fdp_jax").ValueKind == JsonValueKind.Number)
            {
                Assert.Equal(row.GetProperty("eps_fdp_jax").GetDouble(), OneRunFdp.Lower(m, r, v, delta, level), 5e-5);
            }

            if (row.GetProperty("eps_fdp_privacyguard").ValueKind == JsonValueKind.Number)
            {
                Assert.Equal(row.GetProperty("eps_fdp_privacyguard").GetDouble(), PrivacyGuardGrid.Epsilon(m, r, v, delta, level).Epsilon, 0.02);
            }
        }
    }

    /// <summary>PrivacyGuard tries noise .001, .011, ... 9.991: its steps are coarse at high epsilon, and at chance it reports the epsilon of the last one.</summary>
    [Theory]
    [InlineData(100, 100, 100, 59, 9.0012, 9.0012)]
    [InlineData(100, 75, 100, 248, 1.7807, 1.7807)]
    [InlineData(1000, 95, 100, 127, 3.7277, 3.7277)]
    [InlineData(1000, 100, 100, 82, 6.1264, 6.1264)]
    [InlineData(100, 50, 100, 1000, 0.39749, 0)]
    public void PrivacyGuard_rows_and_ours_beside_them(int m, int v, int r, int step, double expected, double ours)
    {
        (int found, double epsilon) = PrivacyGuardGrid.Epsilon(m, r, v, 1e-6, 0.05);
        Assert.Equal(step, found);
        Assert.Equal(expected, epsilon, 1e-3);
        Assert.Equal(ours, OneRunFdp.Lower(m, r, v, 1e-6, 0.05), 1e-3);
    }

    [Fact]
    public void PValue_is_the_sum_it_is_defined_as()
    {
        foreach ((int m, int r, int v, double epsilon) in new[] { (50, 30, 22, 0.7), (50, 30, 3, 2.0), (50, 30, 30, 0.0), (40, 40, 1, 0.5), (500, 400, 380, 0.1) })
        {
            double q = 1 / (1 + Math.Exp(-epsilon));
            double[] pmf = [.. Enumerable.Range(0, r + 1).Select(w => MathNet.Numerics.Distributions.Binomial.PMF(q, r, w))];
            double beta = pmf[v..].Sum();
            double largest = Enumerable.Range(1, v).Max(i => pmf[(v - i)..v].Sum() / i);
            double expected = Math.Min(1, beta + (2 * m * 1e-3 * largest));
            Assert.Equal(expected, OneRunEpsilon.PValue(m, r, v, epsilon, 1e-3), 1e-10 * expected);
        }
    }

    [Fact]
    public void Probabilities_below_the_smallest_double_still_count()
    {
        // All of 20,000 right at epsilon 0: every probability near the count underflows, the mean over half of them does not.
        double p = OneRunEpsilon.PValue(20_000, 20_000, 20_000, 0, 1e-5);
        Assert.Equal(2 * 20_000 * 1e-5 * (1 / 10_100.0), p, 1e-6);
    }

    [Fact]
    public void Ends()
    {
        Assert.Equal(1, OneRunEpsilon.PValue(10, 10, 0, 1, 0.5));
        Assert.Equal(1, OneRunEpsilon.PValue(10, 10, 5, double.PositiveInfinity, 0.1));
        Assert.Equal(0, OneRunFdp.Lower(200, 50, 25, 1e-5, 0.05));
        Assert.Equal(0, OneRunFdp.Lower(200, 50, 0, 1e-5, 0.05));
        Assert.True(double.IsFinite(OneRunFdp.Lower(100_000, 100_000, 100_000, 1e-6, 0.05)));
        Assert.True(OneRunFdp.IsRefuted(1000, 100, 100, 1, 0.05));
        Assert.False(OneRunFdp.IsRefuted(1000, 100, 100, 2, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(static () => OneRunEpsilon.PValue(10, 11, 5, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => OneRunEpsilon.PValue(10, 5, 6, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => OneRunFdp.Lower(10, 5, 5, 0, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(static () => OneRunEpsilon.Lower(10, 5, 5, 0, 0.6));
    }
}
