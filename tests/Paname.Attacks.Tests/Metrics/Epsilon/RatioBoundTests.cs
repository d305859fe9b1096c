using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>Ratio bounds against TensorFlow Privacy, whose own are tested against the R package asbio.</summary>
public sealed class RatioBoundTests
{
    private static readonly (string Name, Func<int, int, int, int, double, double> Method)[] Methods =
    [
        ("katz-log", RatioBound.KatzLog), ("adjusted-log", RatioBound.AdjustedLog), ("bailey", RatioBound.Bailey),
        ("inv-sinh", RatioBound.InverseSinh), ("clopper-pearson", RatioBound.ClopperPearson),
    ];

    [Theory]
    [InlineData(473, 511, 755, 950, 1.01166194, 1.01189079, 1.01148934, 1.01167669)]
    [InlineData(2, 697, 213, 313, .00220470, .00310880, .00162322, .00233503)]
    [InlineData(1000, 10, 10, 10000, 589.27335593, 568.32659563, 613.58766147, 592.63264572)]
    [InlineData(2, 697, 0, 313, .13325535, .17571862, .18481008, .08081083)]
    [InlineData(473, 0, 755, 950, 2.15959024, 2.15883995, 2.15787013, 2.15959827)]
    [InlineData(1000, 0, 10, 0, .93375356, .93686007, .93591485, .93381958)]
    public void Published_rows(int tp, int fn, int fp, int tn, double katz, double adjusted, double bailey, double sinh)
    {
        double[] expected = [katz, adjusted, bailey, sinh];
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], Methods[i].Method(tp, tp + fn, fp, fp + tn, 0.05), 6e-9 * Math.Max(1, expected[i]));
        }
    }

    [Fact]
    public void Perfect_attack_at_one_percent()
    {
        double[] expected = [37.31696140, 37.35421695, 108.47420518, 35.46128691];
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], Methods[i].Method(500, 500, 0, 500, 0.01), 6e-9);
        }
    }

    [Fact]
    public void True_negatives_over_false_negatives_of_a_perfect_attack()
    {
        double[] expected = [5.27530977, 5.27580935, 5.87410287, 4.95123977, 5.56738762];
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], Math.Log(Methods[i].Method(100, 100, 0, 1000, 0.05)), 6e-9);
        }
    }

    [Fact]
    public void No_hits_leave_no_bound_but_the_adjusted_one()
    {
        Assert.All(Methods, method => Assert.True((method.Name == "adjusted-log") ^ (method.Method(0, 100, 5, 120, 0.05) == 0)));
        Assert.All(Methods, static method => Assert.Equal(0, method.Method(0, 100, 0, 120, 0.05)));
    }

    [Fact]
    public void Adjusted_log_at_given_thresholds()
    {
        double[] members = [9, 4, 5, 0];
        double[] nonMembers = [3, 8, 6, 1, 2, 7];
        List<double> positives = [];
        List<double> negatives = [];
        foreach (double threshold in new[] { 9.5, 8.5, 5.5, 0.5 })
        {
            ConfusionCounts c = ConfusionCounts.At(ScoreSample.Create(members, nonMembers), threshold);
            Add(positives, RatioBound.AdjustedLog(c.TruePositives, c.Members, c.FalsePositives, c.NonMembers, 0.05));
            Add(negatives, RatioBound.AdjustedLog(c.TrueNegatives, c.NonMembers, c.FalseNegatives, c.Members, 0.05));
        }

        Equal([-1.02310327, -1.72826789, -0.66577858], positives);
        Equal([-0.29368152, -0.16314973, -1.09474300, -3.95577741], negatives);

        static void Add(List<double> list, double ratio)
        {
            if (ratio > 0)
            {
                list.Add(Math.Log(ratio));
            }
        }

        static void Equal(double[] expected, List<double> actual)
        {
            Assert.Equal(expected.Length, actual.Count);
            Assert.All(expected.Zip(actual), static pair => Assert.Equal(pair.First, pair.Second, 6e-9));
        }
    }

    [Theory]
    [InlineData("epsilon_lower_bound_tfp")]
    [InlineData("epsilon_lower_bound_tfp_ties")]
    public void Ratio_bounds_of_the_reference_cases(string name)
    {
        ReferenceCase reference = new(name);
        double[] tp = reference.Numbers("ratio_bound", "tp");
        double[] fp = reference.Numbers("ratio_bound", "fp");
        foreach ((string method, Func<int, int, int, int, double, double> bound) in Methods)
        {
            double[] expected = reference.Numbers("ratio_bound", "bounds", method);
            Assert.All(expected.Select(static (value, i) => (value, i)), pair => Assert.Equal(pair.value, bound((int)tp[pair.i], 100, (int)fp[pair.i], 120, 0.05), 1e-8));
        }
    }

    [Theory]
    [InlineData("epsilon_lower_bound_tfp", 0.05, false)]
    [InlineData("epsilon_lower_bound_tfp", 0.05, true)]
    [InlineData("epsilon_lower_bound_tfp", 0.01, false)]
    [InlineData("epsilon_lower_bound_tfp", 0.01, true)]
    [InlineData("epsilon_lower_bound_tfp_ties", 0.05, false)]
    [InlineData("epsilon_lower_bound_tfp_ties", 0.05, true)]
    [InlineData("epsilon_lower_bound_tfp_ties", 0.01, false)]
    [InlineData("epsilon_lower_bound_tfp_ties", 0.01, true)]
    public void Largest_over_thresholds_of_the_reference_cases(string name, double alpha, bool bothSigns)
    {
        ReferenceCase reference = new(name);
        ScoreSample sample = ScoreSample.Create(reference.Array("pos_scores"), reference.Array("neg_scores"));
        string key = FormattableString.Invariant($"alpha{alpha}_{(bothSigns ? "two" : "one")}");
        foreach ((string method, Func<int, int, int, int, double, double> bound) in Methods)
        {
            double[] expected = reference.Numbers(key, method);
            IReadOnlyList<double> actual = EpsilonBound.OverThresholds(sample, bound, alpha, bothSigns);
            Assert.All(expected.Zip(actual), static pair => Assert.Equal(pair.First, pair.Second, 1e-8));
        }
    }
}
