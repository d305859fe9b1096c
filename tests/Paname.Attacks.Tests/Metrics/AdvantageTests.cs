using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

public sealed class AdvantageTests
{
    [Fact]
    public void Maximal_band_follows_the_written_formula()
    {
        double[] nonMembers = [.. Enumerable.Range(0, 2000).Select(static i => (double)i)];
        double[] members = [.. Enumerable.Range(0, 1000).Select(static i => (2.0 * i) + 600.5)];
        BoundedEstimate estimate = Advantage.Maximal(ScoreSample.Create(members, nonMembers));
        double band = Math.Sqrt(Math.Log(40) / 2000) + Math.Sqrt(Math.Log(40) / 4000);
        Assert.Equal(0.3005, estimate.Value, 1e-12);
        Assert.Equal(estimate.Value - band, estimate.Lower, 1e-14);
        Assert.Equal(estimate.Value + band, estimate.Upper, 1e-14);
    }

    [Fact]
    public void AtThreshold_matches_Newcombes_published_example()
    {
        // Newcombe 1998, method 10: 56/70 against 48/80, 95 % two-sided: .0524 to .3339.
        double[] members = [.. Enumerable.Range(0, 70).Select(static i => i < 56 ? 1.0 : 0)];
        double[] nonMembers = [.. Enumerable.Range(0, 80).Select(static i => i < 48 ? 1.0 : 0)];
        BoundedEstimate estimate = Advantage.AtThreshold(ScoreSample.Create(members, nonMembers), 1, 0.025);
        Assert.Equal(0.2, estimate.Value, 1e-12);
        Assert.Equal(0.0524, estimate.Lower, 5e-5);
        Assert.Equal(0.3339, estimate.Upper, 5e-5);
    }

    [Fact]
    public void Maximal_of_no_leak_covers_zero()
    {
        Random random = new(5);
        int missed = 0;
        for (int i = 0; i < 200; i++)
        {
            missed += Advantage.Maximal(Samples.Normal(random, 100, 100, 0)).Lower > 0 ? 1 : 0;
        }

        Assert.InRange(missed, 0, 10);
    }
}
