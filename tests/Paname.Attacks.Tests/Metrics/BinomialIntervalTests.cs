using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

public sealed class BinomialIntervalTests
{
    [Theory]
    [InlineData(0, 10, 0.95, 0, 0.3084971078)]
    [InlineData(5, 10, 0.95, 0.1870860284, 0.8129139716)]
    [InlineData(10, 10, 0.95, 0.6915028922, 1)]
    [InlineData(3, 100, 0.95, 0.006229971538, 0.08517605297)]
    [InlineData(50, 100, 0.90, 0.4136217146, 0.5863782854)]
    [InlineData(0, 500, 0.99, 0, 0.01054068819)]
    [InlineData(10, 1000, 0.95, 0.00481, 0.01831)]
    [InlineData(84, 1000, 0.95, 0.0676, 0.1029)]
    public void ClopperPearson_matches_published_limits(int successes, int trials, double confidence, double lower, double upper)
    {
        (double l, double u) = BinomialInterval.ClopperPearson(successes, trials, confidence);
        double tolerance = successes is 84 ? 5e-5 : trials == 1000 ? 5e-6 : 6e-11;
        Assert.Equal(lower, l, tolerance);
        Assert.Equal(upper, u, tolerance);
    }

    [Fact]
    public void ClopperPearson_one_sided_is_closed_form_at_the_ends()
    {
        Assert.Equal(1 - Math.Pow(0.05, 1.0 / 1000), BinomialInterval.ClopperPearsonUpper(0, 1000, 0.05), 1e-15);
        Assert.Equal(Math.Pow(0.05, 1.0 / 1000), BinomialInterval.ClopperPearsonLower(1000, 1000, 0.05), 1e-13);
    }

    // Rate and half-width as Anonymeter prints them.
    [Theory]
    [InlineData(23, 100, 0.95, 0.2399882445, 0.0815555857)]
    [InlineData(11, 100, 0.95, 0.1244274643, 0.0618855007)]
    [InlineData(100, 100, 0.95, 0.9815032509, 0.0184967491)]
    [InlineData(100, 100, 0.68, 0.9951036895, 0.0048963105)]
    public void Wilson_matches_published_centre_and_width(int successes, int trials, double confidence, double centre, double halfWidth)
    {
        (double l, double u) = BinomialInterval.Wilson(successes, trials, confidence);
        Assert.Equal(centre, (l + u) / 2, 1e-10);
        Assert.Equal(halfWidth, (u - l) / 2, 1e-10);
    }

    [Fact]
    public void Wilson_one_sided_is_half_of_the_two_sided()
    {
        (double l, double u) = BinomialInterval.Wilson(7, 40, 0.9);
        Assert.Equal(l, BinomialInterval.WilsonLower(7, 40, 0.05), 1e-14);
        Assert.Equal(u, BinomialInterval.WilsonUpper(7, 40, 0.05), 1e-14);
    }

    [Fact]
    public void ClopperPearson_impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialInterval.ClopperPearson(11, 10, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialInterval.ClopperPearson(0, 0, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialInterval.ClopperPearson(1, 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialInterval.WilsonLower(1, 10, double.NaN));
    }
}
