using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Metrics;

public sealed class EpsilonBoundTests
{
    [Fact]
    public void ClopperPearson_perfect_attack_has_the_published_bound()
    {
        Assert.Equal(4.54191581, EpsilonBound.ClopperPearson(500, 500, 0, 500, 0.01), 5e-9);
        Assert.Equal(5.56738762, EpsilonBound.ClopperPearson(100, 100, 0, 1000, 0.05), 5e-9);
        Assert.Equal(3.31454626, EpsilonBound.ClopperPearson(1000, 1000, 0, 100, 0.05), 5e-9);
        Assert.Equal(0, EpsilonBound.ClopperPearson(0, 10, 5, 10, 0.05));
    }

    [Theory]
    [InlineData(100, 100, 0, 100, 3.281)]
    [InlineData(256, 256, 0, 256, 4.233)]
    [InlineData(1000, 1000, 0, 1000, 5.601)]
    [InlineData(100, 1000, 0, 1000, 3.104)]
    [InlineData(100, 1000, 10, 1000, 1.500)]
    public void ClopperPearson_two_sample_rows(int tp, int members, int fp, int nonMembers, double expected) =>
        Assert.Equal(expected, EpsilonBound.ClopperPearson(tp, members, fp, nonMembers, 0.05), 6e-4);

    [Theory]
    [InlineData(1, 0, 0.4621171573)]
    [InlineData(1, 1e-5, 0.4621225361)]
    [InlineData(1.0986122886681098, 0, 0.5)]
    [InlineData(0, 0, 0)]
    [InlineData(double.PositiveInfinity, 0, 1)]
    public void MaximalAdvantage_matches(double epsilon, double delta, double expected) =>
        Assert.Equal(expected, EpsilonBound.MaximalAdvantage(epsilon, delta), 5e-11);

    [Fact]
    public void MaximalAdvantage_is_never_above_1() =>
        Assert.All(Enumerable.Range(0, 1000), static i => Assert.InRange(EpsilonBound.MaximalAdvantage(i / 100.0, 1), 1 - 1e-12, 1));

    [Theory]
    [InlineData(473, 984, 755, 1705, 1.01148934)]
    [InlineData(2, 699, 213, 526, 0.00162322)]
    [InlineData(1000, 1010, 10, 10010, 613.58766147)]
    [InlineData(2, 699, 0, 313, 0.18481008)]
    [InlineData(473, 473, 755, 1705, 2.15787013)]
    [InlineData(1000, 1000, 10, 10, 0.93591485)]
    [InlineData(900, 1000, 600, 1200, 1.71182320)]
    [InlineData(0, 1000, 14, 1200, 0)]
    [InlineData(10, 1000, 0, 1200, 3.86813751)]
    [InlineData(1000, 1000, 1200, 1200, 0.99840348)]
    public void Bailey_matches_published_bounds(int hits, int total, int otherHits, int otherTotal, double expected) =>
        Assert.Equal(expected, RatioBound.Bailey(hits, total, otherHits, otherTotal, 0.05), 5e-9 * Math.Max(1, expected));

    [Fact]
    public void Bailey_perfect_attack_at_one_percent() =>
        Assert.Equal(108.47420518, RatioBound.Bailey(500, 500, 0, 500, 0.01), 5e-9);

    [Fact]
    public void RatioBound_reference_rows_match()
    {
        ReferenceCase reference = new("epsilon_lower_bound_tfp");
        double[] tp = reference.Numbers("ratio_bound", "tp");
        double[] fp = reference.Numbers("ratio_bound", "fp");
        double[] bailey = reference.Numbers("ratio_bound", "bounds", "bailey");
        double[] exact = reference.Numbers("ratio_bound", "bounds", "clopper-pearson");
        for (int i = 0; i < tp.Length; i++)
        {
            Assert.Equal(bailey[i], RatioBound.Bailey((int)tp[i], 100, (int)fp[i], 120, 0.05), 1e-8);
            Assert.Equal(exact[i], RatioBound.ClopperPearson((int)tp[i], 100, (int)fp[i], 120, 0.05), 1e-8);
        }
    }

    [Theory]
    [InlineData(0.05, false, "alpha0.05_one")]
    [InlineData(0.05, true, "alpha0.05_two")]
    [InlineData(0.01, false, "alpha0.01_one")]
    [InlineData(0.01, true, "alpha0.01_two")]
    public void OverThresholds_reference_case_matches(double alpha, bool bothSigns, string key)
    {
        ReferenceCase reference = new("epsilon_lower_bound_tfp");
        ScoreSample sample = ScoreSample.Create(reference.Array("pos_scores"), reference.Array("neg_scores"));
        foreach ((string name, Func<int, int, int, int, double, double> method) in Methods)
        {
            double[] expected = reference.Numbers(key, name);
            IReadOnlyList<double> actual = EpsilonBound.OverThresholds(sample, method, alpha, bothSigns);
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i], actual[i], 1e-8);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OverThresholds_gives_every_ratio_that_is_not_0(bool bothSigns)
    {
        double[] members = [1, 2, 2, 3, 5, 5, 6, 7];
        double[] nonMembers = [0, 1, 1, 2, 3, 4];
        List<double> expected = [];
        foreach (double threshold in members.Concat(nonMembers).Distinct())
        {
            int tp = members.Count(score => score > threshold);
            int fp = nonMembers.Count(score => score > threshold);
            expected.Add(RatioBound.ClopperPearson(tp, 8, fp, 6, .5));
            expected.Add(RatioBound.ClopperPearson(6 - fp, 6, 8 - tp, 8, .5));
            if (bothSigns)
            {
                expected.Add(RatioBound.ClopperPearson(fp, 6, tp, 8, .5));
                expected.Add(RatioBound.ClopperPearson(8 - tp, 8, 6 - fp, 6, .5));
            }
        }

        double[] logarithms = [.. expected.Where(static ratio => ratio > 0).Select(static ratio => Math.Log(ratio)).OrderDescending()];
        Assert.Contains(logarithms, static value => value < 0);
        Assert.Contains(logarithms, static value => value > 0);
        Assert.Equal(logarithms, EpsilonBound.OverThresholds(ScoreSample.Create(members, nonMembers), RatioBound.ClopperPearson, .5, bothSigns));
    }

    [Fact]
    public void OverThresholds_tensorflow_privacy_rows()
    {
        IReadOnlyList<double> losses = EpsilonBound.OverThresholds(
            ScoreSample.Create([-0.1, -0.2, -1.3, -0.4, -0.5, -0.6], [-1.1, -1.2, -1.3, -0.4, -1.5, -1.6]), RatioBound.Bailey, 0.05, bothSigns: true);
        Assert.Equal([0.34695111, 0.34695111, 0.05616349, 0.05616349], losses.Take(4).Select(static v => Math.Round(v, 8)));
        IReadOnlyList<double> probabilities = EpsilonBound.OverThresholds(
            ScoreSample.Create([0.91, 1, 0.92, 0.82, 0.75], [0.81, 0.7, 0.75, 0.25, 0.3]), RatioBound.Bailey, 0.05, bothSigns: true);
        Assert.Equal([0.3719, 0.2765, 0.1207, 0.1207], probabilities.Take(4).Select(static v => Math.Round(v, 4)));
    }

    private static IEnumerable<(string Name, Func<int, int, int, int, double, double> Method)> Methods =>
        [("bailey", RatioBound.Bailey), ("clopper-pearson", RatioBound.ClopperPearson)];
}
