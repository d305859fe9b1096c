using Paname.Attacks.Membership;

namespace Paname.Attacks.Tests.Membership.Likelihood;

public sealed class GaussianTailTests
{
    // The logarithm of the normal distribution function, by mpmath with 40 digits.
    [Theory]
    [InlineData(-1000, -500007.82669481216)]
    [InlineData(-40, -804.6084420137538)]
    [InlineData(-25.5, -329.28414898717955)]
    [InlineData(-24.5, -304.2442707409637)]
    [InlineData(-10, -53.23128515051247)]
    [InlineData(-3, -6.607726221510349)]
    [InlineData(-1, -1.8410216450092636)]
    [InlineData(0, -0.6931471805599453)]
    [InlineData(0.5, -0.3689464152886564)]
    [InlineData(2, -0.02301290932896349)]
    [InlineData(6, -9.865876455243758e-10)]
    [InlineData(20, -2.7536241186062337e-89)]
    public void Log_of_the_lower_tail(double z, double expected)
    {
        Assert.Equal(expected, GaussianTail.LogLower(z), Math.Abs(expected) * 1e-13);
        Assert.Equal(expected, GaussianTail.LogUpper(-z), Math.Abs(expected) * 1e-13);
    }

    [Fact]
    public void Nothing_underflows_and_the_two_formulas_meet()
    {
        double previous = double.NegativeInfinity;
        for (double z = -60; z <= 8; z += 1.0 / 64)
        {
            double log = GaussianTail.LogLower(z);
            Assert.True(double.IsFinite(log) && log > previous && log <= 0);
            previous = log;
        }

        Assert.Equal(double.NegativeInfinity, GaussianTail.LogLower(double.NegativeInfinity));
        Assert.Equal(0, GaussianTail.LogLower(double.PositiveInfinity));
        Assert.True(double.IsNaN(GaussianTail.LogLower(double.NaN)));
    }
}
