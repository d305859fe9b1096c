using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

public sealed class JointBayesianEpsilonTests
{
    [Fact]
    public void Published_example()
    {
        // The published interval is [.145, 6.399] at a tolerance of .01; the one-dimensional integral gives one digit more.
        (double lower, double upper) = JointBayesianEpsilon.Interval(new(487, 0, 512, 1), 1e-5, 0.9);
        Assert.Equal(0.1439, lower, 1e-4);
        Assert.Equal(6.4156, upper, 1e-4);

        // With the direction fixed, the posterior's share that is worse than a coin is no evidence.
        Assert.InRange(JointBayesianEpsilon.Lower(new(487, 0, 512, 1), 1e-5, 0.05), 0, lower - 0.05);
        Assert.Equal(0, EpsilonLimits.Of(new(487, 0, 512, 1), 0.025, 0.025).ClopperPearson(1e-5, bothDirections: true));
    }

    // Reference values by 20,000 fixed panels of ten points (SciPy's beta distribution).
    [Theory]
    [InlineData(487, 0, 512, 1, 1e-05, 0.05, 0.143894958, 0.000000000)]
    [InlineData(90, 10, 20, 80, 1e-05, 0.05, 1.619856169, 1.619856169)]
    [InlineData(500, 500, 100, 900, 0, 0.05, 1.447721215, 1.447721215)]
    [InlineData(100, 0, 0, 100, 1e-05, 0.025, 4.598378005, 4.598378005)]
    [InlineData(50, 50, 1, 99, 0.01, 0.05, 2.528006235, 2.528006235)]
    [InlineData(30, 20, 12, 48, 0.001, 0.1, 0.743421271, 0.743421271)]
    [InlineData(5000, 5000, 4000, 6000, 1e-06, 0.001, 0.174399259, 0.174399259)]
    [InlineData(9, 1, 200, 99800, 1e-05, 0.05, 5.792514778, 5.792514778)]
    [InlineData(3, 1, 1, 3, 0, 0.05, 0.144496596, 0.000000000)]
    public void Quadrature_agrees(int tp, int fn, int fp, int tn, double delta, double level, double eitherSign, double lower)
    {
        ConfusionCounts counts = new(tp, fn, fp, tn);
        Assert.Equal(eitherSign, JointBayesianEpsilon.Interval(counts, delta, 1 - (2 * level)).Lower, 1e-6 * Math.Max(1, eitherSign));
        Assert.Equal(lower, JointBayesianEpsilon.Lower(counts, delta, level), 1e-6 * Math.Max(1, lower));
    }

    [Fact]
    public void Mass_is_the_share_of_posterior_draws()
    {
        ConfusionCounts counts = new(30, 20, 12, 48);
        Random random = new(5);
        int inside = 0;
        const int Draws = 40_000;
        for (int i = 0; i < Draws; i++)
        {
            double fnr = MathNet.Numerics.Distributions.Beta.Sample(random, 20.5, 30.5);
            double fpr = MathNet.Numerics.Distributions.Beta.Sample(random, 12.5, 48.5);
            inside += EpsilonRegion.Epsilon(fnr, fpr, 0.01) < 0.9 ? 1 : 0;
        }

        double mass = new EpsilonPosterior(counts, 0.01, eitherSign: true).Mass(0.9);
        Assert.Equal((double)inside / Draws, mass, 4 * Math.Sqrt(mass * (1 - mass) / Draws));
    }

    [Fact]
    public void Mass_rises_to_one()
    {
        EpsilonPosterior posterior = new(new(80, 20, 10, 90), 1e-5, eitherSign: true);
        double[] masses = [.. Enumerable.Range(0, 40).Select(i => posterior.Mass(i * 0.5))];
        Assert.All(masses.Zip(masses.Skip(1)), static pair => Assert.True(pair.First <= pair.Second + 1e-12));
        Assert.Equal(0, masses[0], 1e-5);
        Assert.Equal(1, masses[^1], 1e-5);
    }

    [Fact]
    public void No_evidence_gives_zero()
    {
        Assert.Equal(0, JointBayesianEpsilon.Lower(new(1, 0, 0, 1), 0.9, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(static () => JointBayesianEpsilon.Lower(new(0, 0, 1, 1), 0, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(static () => JointBayesianEpsilon.Lower(new(1, 1, 1, 1), 2, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(static () => JointBayesianEpsilon.Lower(new(1, 1, 1, 1), 0, 0.6));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(.5)]
    public void A_confidence_beyond_what_the_integral_resolves_ends(double delta)
    {
        ConfusionCounts counts = new(100, 0, 0, 100);
        Assert.True(double.IsFinite(JointBayesianEpsilon.Interval(counts, delta, 1 - 1e-6).Upper));
        Assert.Equal(double.PositiveInfinity, JointBayesianEpsilon.Interval(counts, delta, 1 - 1e-15).Upper);
    }
}
