using Paname.Attacks.Data;
using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Metrics;

public sealed class AucTests
{
    private static readonly double[] Members = [0.9, 0.8, 0.8, 0.4];
    private static readonly double[] NonMembers = [0.8, 0.5, 0.4, 0.1];

    [Fact]
    public void Estimate_ties_count_one_half() =>
        Assert.Equal(0.78125, Auc.Estimate(ScoreSample.Create(Members, NonMembers)).Value);

    [Fact]
    public void Estimate_losses_of_tensorflow_privacy()
    {
        double[] train = [-0.1, -0.2, -1.3, -0.4, -0.5, -0.6];
        double[] test = [-1.1, -1.2, -1.3, -0.4, -1.5, -1.6];
        Assert.Equal(0.8333333, Auc.Estimate(ScoreSample.Create(train, test)).Value, 1e-7);
    }

    [Theory]
    [InlineData("auditor_jax", "in_scores", "out_scores", "ordinary")]
    [InlineData("auditor_jax_ties", "in_scores", "out_scores", "ordinary")]
    [InlineData("epsilon_lower_bound_tfp", "pos_scores", "neg_scores", "roc")]
    public void Estimate_reference_case_matches(string name, string members, string nonMembers, string key)
    {
        ReferenceCase reference = new(name);
        ScoreSample sample = ScoreSample.Create(reference.Array(members), reference.Array(nonMembers));
        Assert.Equal(reference.Number(key, "auc"), Auc.Estimate(sample).Value, 1e-12);
    }

    [Theory]
    [InlineData("tfp_mia_breast_cancer")]
    [InlineData("tfp_mia_digits")]
    public void Estimate_loss_and_entropy_of_tensorflow_privacy_match(string name)
    {
        ReferenceCase reference = new(name);
        Assert.Equal(reference.Number("auc_threshold"), Auc.Estimate(Negated(reference, "loss")).Value, 1e-9);
        Assert.Equal(reference.Number("auc_entropy"), Auc.Estimate(Negated(reference, "entropy")).Value, 1e-9);
    }

    [Fact]
    public void StandardError_equals_brute_force_over_pairs()
    {
        (double auc, double variance) = BruteForceDeLong.Compute(Members, NonMembers);
        BoundedEstimate estimate = Auc.Estimate(ScoreSample.Create(Members, NonMembers));
        Assert.Equal(auc, estimate.Value);
        Assert.Equal(variance, estimate.StandardError * estimate.StandardError, 1e-15);

        // By hand: V10 = 1, .875, .875, .375; V01 = .5, .75, .875, 1; both with squares about .78125 summing to .23046875 and .13671875.
        Assert.Equal((0.23046875 / 12) + (0.13671875 / 12), variance, 1e-15);
    }

    [Fact]
    public void Estimate_bounds_follow_the_written_procedure()
    {
        ReferenceCase reference = new("auditor_jax_ties");
        double[] members = reference.Array("in_scores");
        double[] nonMembers = reference.Array("out_scores");
        (double l, double u) = Bounds(members, nonMembers);
        (double la, double ua) = Bounds([.. members, double.NegativeInfinity, double.PositiveInfinity], [.. nonMembers, double.NegativeInfinity, double.PositiveInfinity]);
        BoundedEstimate estimate = Auc.Estimate(ScoreSample.Create(members, nonMembers));
        Assert.Equal(Math.Min(l, la), estimate.Lower, 1e-12);
        Assert.Equal(Math.Max(u, ua), estimate.Upper, 1e-12);
    }

    [Fact]
    public void Estimate_perfect_separation_keeps_an_honest_lower_bound()
    {
        double[] members = [.. Enumerable.Range(100, 30).Select(static i => (double)i)];
        double[] nonMembers = [.. Enumerable.Range(0, 40).Select(static i => (double)i)];
        BoundedEstimate perfect = Auc.Estimate(ScoreSample.Create(members, nonMembers));
        Assert.Equal((1, 1), (perfect.Value, perfect.Upper));
        Assert.True(perfect.Lower <= Math.Pow(0.05, 1.0 / 30));
        BoundedEstimate inverted = Auc.Estimate(ScoreSample.Create(nonMembers, members));
        Assert.Equal((0, 0), (inverted.Value, inverted.Lower));
        Assert.True(inverted.Upper >= 1 - Math.Pow(0.05, 1.0 / 30));
    }

    [Fact]
    public void Estimate_constant_scores_are_one_half_between_bounds()
    {
        BoundedEstimate constant = Auc.Estimate(ScoreSample.Create(new double[60], new double[70]));
        Assert.Equal(0.5, constant.Value);
        Assert.InRange(constant.Lower, 0.4, 0.4999);
        Assert.InRange(constant.Upper, 0.5001, 0.6);
        Assert.Equal(0, constant.StandardError);
    }

    [Fact]
    public void Estimate_two_valued_scores_include_Newcombes_bounds()
    {
        // 198 of 200 and 150 of 200: the published square-and-add arithmetic, written out.
        double[] members = [.. Enumerable.Range(0, 200).Select(static i => i < 198 ? 1.0 : 0)];
        double[] nonMembers = [.. Enumerable.Range(0, 200).Select(static i => i < 150 ? 1.0 : 0)];
        ScoreSample sample = ScoreSample.Create(members, nonMembers);
        Assert.True(sample.IsTwoValued);
        (double l1, double u1) = BinomialInterval.Wilson(198, 200, 0.9);
        (double l0, double u0) = BinomialInterval.Wilson(150, 200, 0.9);
        double upper = 0.5 + (0.5 * (0.24 + Math.Sqrt(((u1 - 0.99) * (u1 - 0.99)) + ((0.75 - l0) * (0.75 - l0)))));
        double lower = 0.5 + (0.5 * (0.24 - Math.Sqrt(((0.99 - l1) * (0.99 - l1)) + ((u0 - 0.75) * (u0 - 0.75)))));
        BoundedEstimate estimate = Auc.Estimate(sample);
        Assert.True(estimate.Upper >= upper - 1e-15);
        Assert.True(estimate.Lower <= lower + 1e-15);
        Assert.Equal(0.62, estimate.Value, 1e-15);
    }

    [Fact]
    public void InvertedScoreZ_uses_the_null_spread_of_ranks()
    {
        double[] members = [.. Enumerable.Range(0, 100).Select(static i => (double)i)];
        double[] nonMembers = [.. Enumerable.Range(0, 100).Select(static i => i + 10.5)];
        ScoreSample sample = ScoreSample.Create(members, nonMembers);
        Assert.Equal((Auc.Estimate(sample).Value - 0.5) / 0.0409267639, Auc.InvertedScoreZ(sample), 1e-6);
        Assert.Equal(0, Auc.InvertedScoreZ(ScoreSample.Create(new double[5], new double[6])));
    }

    [Fact]
    public void InvertedScoreZ_corrects_for_ties()
    {
        // scipy.stats.mannwhitneyu([1,1,2,3], [1,2,2,4,4], use_continuity=False, method="asymptotic"): p = .308325.
        ScoreSample sample = ScoreSample.Create([1, 1, 2, 3], [1, 2, 2, 4, 4]);
        Assert.Equal(-1.0187432639472211, Auc.InvertedScoreZ(sample), 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.51)]
    [InlineData(double.NaN)]
    public void Estimate_impossible_level_is_refused(double level)
    {
        ScoreSample sample = ScoreSample.Create(Members, NonMembers);
        Assert.Throws<ArgumentOutOfRangeException>(() => Auc.Estimate(sample, level));
        Assert.Throws<ArgumentOutOfRangeException>(() => TprAtFpr.Estimate(sample, 0.01, level));
        Assert.Throws<ArgumentOutOfRangeException>(() => Advantage.Maximal(sample, level));
    }

    [Fact]
    public void Create_NaN_is_refused_by_side_and_index()
    {
        PanameDataException error = Assert.Throws<PanameDataException>(() => ScoreSample.Create([1], [0, 2, double.NaN]));
        Assert.Contains("non-member 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_infinite_scores_are_scores()
    {
        ScoreSample sample = ScoreSample.Create([double.PositiveInfinity, 1], [double.NegativeInfinity, double.PositiveInfinity]);
        Assert.Equal(0.625, Auc.Estimate(sample).Value);
    }

    [Fact]
    public void Create_without_records_is_refused() =>
        Assert.Throws<PanameDataException>(() => ScoreSample.Create([], [1]));

    [Fact]
    public void Estimate_one_record_per_side_stays_inside_zero_and_one()
    {
        BoundedEstimate one = Auc.Estimate(ScoreSample.Create([1], [0]));
        Assert.Equal(1, one.Value);
        Assert.InRange(one.Lower, 0, 0.06);
    }

    private static ScoreSample Negated(ReferenceCase reference, string signal) => ScoreSample.Create(
        Array.ConvertAll(reference.Array(signal + "_train"), static v => -v), Array.ConvertAll(reference.Array(signal + "_test"), static v => -v));

    private static (double Lower, double Upper) Bounds(double[] members, double[] nonMembers)
    {
        double auc = BruteForceDeLong.Compute(members, nonMembers).Auc;
        double va = SideVariance(members, nonMembers, auc, static (x, y) => x > y ? 1 : x == y ? 0.5 : 0);
        double vb = SideVariance(nonMembers, members, auc, static (y, x) => x > y ? 1 : x == y ? 0.5 : 0);
        double df = (va + vb) * (va + vb) / ((va * va / (members.Length - 1)) + (vb * vb / (nonMembers.Length - 1)));
        double half = Quantiles.StudentTUpper(0.05, df) * Math.Sqrt(va + vb) / (auc * (1 - auc));
        double logit = Math.Log(auc / (1 - auc));
        return (1 / (1 + Math.Exp(half - logit)), 1 / (1 + Math.Exp(-half - logit)));
    }

    private static double SideVariance(double[] side, double[] other, double mean, Func<double, double, double> wins) =>
        side.Sum(x => Math.Pow(other.Average(y => wins(x, y)) - mean, 2)) / (side.Length - 1) / side.Length;
}
