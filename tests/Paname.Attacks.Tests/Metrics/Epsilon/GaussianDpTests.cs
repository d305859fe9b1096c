using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

public sealed class GaussianDpTests
{
    [Theory]
    [InlineData(1, 1, 0.1269367375)]
    [InlineData(0.5, 1, 0.006829594983)]
    [InlineData(2, 1, 0.5098616601)]
    public void Delta_matches(double mu, double epsilon, double expected) => Assert.Equal(expected, GaussianDp.Delta(mu, epsilon), 5e-11);

    [Theory]
    [InlineData(1, 4.3771781)]
    [InlineData(2, 9.9972561)]
    [InlineData(0.5, 1.9930914)]
    public void Epsilon_matches(double mu, double expected) => Assert.Equal(expected, GaussianDp.Epsilon(mu, 1e-5), 5e-8);

    // Reference values with 60 digits (mpmath).
    [Theory]
    [InlineData(1, 20, -197.04222400019839)]
    [InlineData(0.1, 5, -1258.5480169642433)]
    [InlineData(5, 100, -158.41792567334107)]
    [InlineData(10, 500, -1018.931575772327)]
    [InlineData(0.01, 0, -5.5241128858524863)]
    [InlineData(0.001, 0.01, -62.45587743776409)]
    [InlineData(40, 700, -0.0066991442329180634)]
    [InlineData(20, 1, -2.5095237742049363e-23)]
    [InlineData(3, 0.5, -0.18633462646003074)]
    [InlineData(0.05, 0.2, -14.745078219037667)]
    [InlineData(100, 0, 0)]
    [InlineData(200, 300, 0)]
    public void Log_delta_keeps_its_digits(double mu, double epsilon, double expected) =>
        Assert.Equal(expected, GaussianDp.LogDelta(mu, epsilon), 1e-10 * Math.Max(1, Math.Abs(expected)));

    // The upper tail over the density with 40 digits (mpmath).
    [Theory]
    [InlineData(-3, 225.33489622034912)]
    [InlineData(0, 1.2533141373155003)]
    [InlineData(3, 0.3045902987101033)]
    [InlineData(4, 0.23665238291356067)]
    [InlineData(4.9, 0.19647027013335611)]
    [InlineData(5, 0.19280810471531576)]
    [InlineData(5.5, 0.1763229857571027)]
    [InlineData(8, 0.12313196325793230)]
    [InlineData(30, 0.033296419072497213)]
    [InlineData(1000, 0.000999999000002999985)]
    public void Mills_ratio_keeps_its_digits(double t, double expected) => Assert.Equal(expected, MillsRatio.At(t), 1e-14 * expected);

    [Theory]
    [InlineData(0.01, 1e-6)]
    [InlineData(3, 1e-12)]
    [InlineData(30, 1e-5)]
    [InlineData(100, 0.5)]
    public void Mu_and_epsilon_are_inverse(double mu, double delta)
    {
        double epsilon = GaussianDp.Epsilon(mu, delta);
        Assert.Equal(mu, GaussianDp.Mu(epsilon, delta), 1e-7 * Math.Max(1, mu));
        Assert.Equal(Math.Log(delta), GaussianDp.LogDelta(mu, epsilon), 1e-6);
    }

    [Fact]
    public void Ends()
    {
        Assert.Equal(double.PositiveInfinity, GaussianDp.Mu(double.PositiveInfinity, 1e-5));
        Assert.Equal(0, GaussianDp.Epsilon(0, 1e-5));
        Assert.Equal(0, GaussianDp.Epsilon(1, 1));
        Assert.Equal(double.PositiveInfinity, GaussianDp.Epsilon(double.PositiveInfinity, 1e-5));
        Assert.Equal(0, GaussianDp.MuFromRates(0.6, 0.5));
        Assert.Equal(0, GaussianDp.MuFromRates(1, 0));
        Assert.Equal(2 * 1.2815515655446004, GaussianDp.MuFromRates(0.1, 0.1), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(static () => GaussianDp.Epsilon(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => GaussianDp.Delta(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => GaussianDp.Delta(1, double.NaN));
    }
}
