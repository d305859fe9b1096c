using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

public sealed class TailFunctionTests
{
    // Exact sums with 50 decimal digits.
    [Theory]
    [InlineData(6, 2200, 0.001, 2.4843122461710075e-02)]
    [InlineData(100, 1000, 0.1, 5.1541770956592026e-01)]
    [InlineData(10101, 100000, 0.1, 1.4475547314876086e-01)]
    [InlineData(1060, 1000000, 0.001, 3.0776140000278077e-02)]
    [InlineData(1, 50, 0.3, 9.9999998201534956e-01)]
    [InlineData(50, 50, 0.9, 5.1537752073201135e-03)]
    [InlineData(500500, 1000000, 0.5, 1.5889734568165276e-01)]
    [InlineData(900, 1000, 0.5, 6.7017177900062962e-162)]
    public void BinomialTail_at_any_size_is_exact(int count, int trials, double probability, double expected)
    {
        Assert.Equal(1, BinomialTail.AtLeast(count, trials, probability) / expected, 1e-12);
        Assert.Equal(1 - expected, BinomialTail.AtMost(count - 1, trials, probability), 1e-12);
    }

    [Theory]
    [InlineData(1e6)]
    [InlineData(5e6)]
    public void IncompleteBeta_symmetric_is_one_half(double parameter) =>
        Assert.Equal(0.5, IncompleteBeta.Lower(parameter, parameter, 0.5, 0.5), 1e-12);

    [Theory]
    [InlineData(1e-5)]
    [InlineData(0.025)]
    [InlineData(0.3)]
    [InlineData(1e-40)]
    public void StudentTUpper_one_and_two_degrees_matches_closed_form(double level)
    {
        Assert.Equal(1, Quantiles.StudentTUpper(level, 1) * Math.Tan(Math.PI * level), 1e-12);
        double two = (1 - (2 * level)) / Math.Sqrt(2 * level * (1 - level));
        Assert.Equal(1, Quantiles.StudentTUpper(level, 2) / two, 1e-12);
    }

    [Fact]
    public void StudentTUpper_many_degrees_matches_table_and_expansion()
    {
        Assert.Equal(1.697260886593957, Quantiles.StudentTUpper(0.05, 30), 1e-12);
        double z = Quantiles.NormalUpper(0.05);
        double expansion = z + (((z * z * z) + z) / 4e6) + (((5 * Math.Pow(z, 5)) + (16 * z * z * z) + (3 * z)) / 96e12);
        Assert.Equal(expansion, Quantiles.StudentTUpper(0.05, 1e6), 1e-13);
    }

    [Theory]
    [InlineData(0.975, 3, 1000, 0.007191493497751076)]
    [InlineData(0.025, 1, 50, 0.0005062279830408291)]
    [InlineData(0.05, 500, 500, 0.4740036737298395)]
    [InlineData(1e-12, 3, 7, 2.283433912144988e-05)]
    public void BetaQuantile_Lower_matches_scipy(double probability, double a, double b, double expected)
    {
        Assert.Equal(1, BetaQuantile.Lower(probability, a, b) / expected, 1e-11);
        Assert.Equal(1 - expected, BetaQuantile.Upper(probability, b, a), 1e-11);
    }

    [Fact]
    public void BetaQuantile_any_tail_inverts_the_tail()
    {
        foreach (double a in new[] { 0.5, 1, 7, 300, 2e5 })
        {
            foreach (double b in new[] { 0.5, 2, 40, 1e6 })
            {
                foreach (double p in new[] { 1e-100, 1e-9, 0.02, 0.5, 0.97 })
                {
                    double logit = BetaQuantile.LogitLower(p, a, b);
                    Assert.Equal(1, IncompleteBeta.Lower(a, b, Quantiles.Logistic(logit), Quantiles.Logistic(-logit)) / p, 1e-9);
                }
            }
        }
    }
}
