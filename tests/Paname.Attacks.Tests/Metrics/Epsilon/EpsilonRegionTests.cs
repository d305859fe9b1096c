using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

public sealed class EpsilonRegionTests
{
    [Theory]
    [InlineData(0.5, 0.01, 0, 3.9120230)]
    [InlineData(0.1, 0.1, 0, 2.1972246)]
    [InlineData(0.9, 0.001, 1e-5, 4.6050702)]
    [InlineData(0.5, 0.5, 0, 0)]
    [InlineData(0, 0.5, 0, double.PositiveInfinity)]
    [InlineData(1, 1, 0, double.PositiveInfinity)]
    [InlineData(0.9, 0.9, 0, 2.1972246)]
    [InlineData(0.1, 0.1, 0.8, 0)]
    public void Epsilon_matches(double fnr, double fpr, double delta, double expected) => Assert.Equal(expected, EpsilonRegion.Epsilon(fnr, fpr, delta), 5e-8);

    [Fact]
    public void Both_directions_are_the_better_of_the_two()
    {
        foreach ((double fnr, double fpr) in new[] { (0.2, 0.01), (0.01, 0.2), (0.3, 0.3), (0.45, 0.5) })
        {
            double positives = Math.Log((1 - 1e-5 - fnr) / fpr);
            double negatives = Math.Log((1 - 1e-5 - fpr) / fnr);
            Assert.Equal(Math.Max(0, Math.Max(positives, negatives)), EpsilonRegion.FromUpperBounds(fnr, fpr, 1e-5), 1e-14);
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.3, 1e-3)]
    [InlineData(0, 0.1)]
    public void What_a_claim_allows_lies_on_the_edge_of_its_region(double epsilon, double delta)
    {
        DpClaim claim = new(epsilon, delta);
        foreach (double fpr in new[] { 0.01, 0.1, 0.4, 0.8 })
        {
            double tpr = claim.MaximalTprAt(fpr);
            Assert.Equal(tpr == 1 ? 0 : epsilon, EpsilonRegion.Epsilon(1 - tpr, fpr, delta), 1e-9);
            Assert.True(tpr - fpr <= claim.MaximalAdvantage + 1e-12);
        }

        double balanced = (1 - claim.MaximalAdvantage) / 2;
        Assert.Equal(1 - balanced, claim.MaximalTprAt(balanced), 1e-12);
    }

    [Fact]
    public void Claim_is_refuted_by_lower_bounds_alone()
    {
        DpClaim claim = new(1, 1e-5);
        Assert.False(claim.IsRefutedByAdvantage(new(0.6, 0.46, 0.7, 0.05)));
        Assert.True(claim.IsRefutedByAdvantage(new(0.6, 0.47, 0.7, 0.05)));
        Assert.False(claim.IsRefutedByTpr(new(0.1, 0.027, 0.2, 0.01), 0.01));
        Assert.True(claim.IsRefutedByTpr(new(0.1, 0.028, 0.2, 0.01), 0.01));
        Assert.Equal(1, new DpClaim(double.PositiveInfinity, 0).MaximalTprAt(0.1));
        Assert.Equal(0, new DpClaim(double.PositiveInfinity, 0).MaximalTprAt(0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new DpClaim(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new DpClaim(1, 2));
    }
}
