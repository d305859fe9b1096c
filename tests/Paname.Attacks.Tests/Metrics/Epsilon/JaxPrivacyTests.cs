using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>
/// The auditor of jax_privacy, which shares the level among the corners of the convex hull. Our own figures, with thresholds and guesses stated beforehand, stand beside.
/// </summary>
public sealed class JaxPrivacyTests
{
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData("auditor_jax", 0, false)]
    [InlineData("auditor_jax", 0, true)]
    [InlineData("auditor_jax", 1e-5, false)]
    [InlineData("auditor_jax", 1e-5, true)]
    [InlineData("auditor_jax_ties", 0, false)]
    [InlineData("auditor_jax_ties", 0, true)]
    [InlineData("auditor_jax_ties", 1e-5, false)]
    [InlineData("auditor_jax_ties", 1e-5, true)]
    public void Clopper_pearson(string name, double delta, bool both)
    {
        ReferenceCase reference = new(name);
        string key = FormattableString.Invariant($"delta{(delta == 0 ? "0" : "1e-05")}_{(both ? "two" : "one")}");
        EpsilonOptions options = new() { BothDirections = both };
        EpsilonEstimate hull = EpsilonAudit.FromScores(Sample(reference), delta, options with { Thresholds = EpsilonThresholds.ConvexHull });
        EpsilonEstimate one = EpsilonAudit.FromScores(Sample(reference), delta, options with { Thresholds = EpsilonThresholds.Fixed, Threshold = 1 });
        Assert.Equal(reference.Number($"eps_clopper_pearson_bonferroni_{key}"), hull.Value, Tolerance);
        Assert.Equal(reference.Number($"eps_clopper_pearson_explicit1_{key}"), one.Value, Tolerance);
        Assert.Equal(0.05, one.Level);
    }

    [Theory]
    [InlineData("auditor_jax", 1e-6)]
    [InlineData("auditor_jax_ties", 1e-6)]
    public void Hull_has_the_counts_of_jax_privacy(string name, double tolerance)
    {
        ReferenceCase reference = new(name);
        ThresholdFamily hull = Hull(Sample(reference));
        Assert.Equal(reference.Numbers("tn_counts"), hull.Counts.Select(static c => (double)c.TrueNegatives));
        Assert.Equal(reference.Numbers("fn_counts"), hull.Counts.Select(static c => (double)c.FalseNegatives));

        // Their AUROC is the hull's area; ours is the area under the curve itself.
        double area = hull.Counts.Zip(hull.Counts.Skip(1)).Sum(static p => (p.First.Tnr + p.Second.Tnr) / 2 * (p.Second.Fnr - p.First.Fnr));
        Assert.Equal(reference.Number("attack_auroc"), area, tolerance);
        Assert.True(Auc.Estimate(Sample(reference)).Value <= area);
    }

    [Theory]
    [InlineData("auditor_jax")]
    [InlineData("auditor_jax_ties")]
    public void One_run_and_gaussian(string name)
    {
        ReferenceCase reference = new(name);
        ScoreSample sample = Sample(reference);
        ConfusionCounts one = ConfusionCounts.At(sample, 1);
        (int m, int r, int v) = (one.Members + one.NonMembers, one.TruePositives + one.FalsePositives, one.TruePositives);
        Assert.Equal(reference.Number("eps_one_run_explicit1"), OneRunEpsilon.Lower(m, r, v, 1e-5, 0.05), Tolerance);
        Assert.Equal(reference.Number("eps_one_run_fdp_explicit1"), OneRunFdp.Lower(m, r, v, 1e-5, 0.05), Tolerance);
        Assert.Equal(reference.Number("eps_one_run_bonferroni"), OverHull(sample, 1e-5, OneRunEpsilon.Above), Tolerance);
        Assert.Equal(reference.Number("eps_one_run_fdp_bonferroni"), OverHull(sample, 1e-5, OneRunFdp.Above), Tolerance);
        EpsilonOptions gaussian = new() { Method = EpsilonMethod.GaussianDp, Thresholds = EpsilonThresholds.ConvexHull };
        Assert.Equal(reference.Number("eps_from_gdp"), EpsilonAudit.FromScores(sample, 1e-5, gaussian).Value, Tolerance);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1.13346, 2.164749)]
    [InlineData(2, 2.311945, 4.7218075)]
    [InlineData(4, 4.395568, 9.133752)]
    public void Shifted_mid_quantiles(double shift, double oneRun, double fdp)
    {
        double[] quantiles = [.. Enumerable.Range(0, 10_000).Select(static i => -Quantiles.NormalUpper((i + 0.5) / 10_000))];
        ScoreSample sample = ScoreSample.Create(Array.ConvertAll(quantiles, q => q + shift), quantiles);
        Assert.Equal(oneRun, OverHull(sample, 1e-6, OneRunEpsilon.Above), 1e-5 * Math.Max(1, oneRun));
        Assert.Equal(fdp, OverHull(sample, 1e-6, OneRunFdp.Above), 1e-5 * Math.Max(1, fdp));
    }

    /// <summary>What the stated thresholds and guesses give where jax_privacy has 1.5061 (2.5106 with ties), 1.7774 (2.4480), 2.4520 (3.6759) and 3.9843 (7.8414).</summary>
    [Theory]
    [InlineData("auditor_jax", 1, 1, 1, 1)]
    [InlineData("auditor_jax_ties", 1, 1, 1, 1)]
    public void Ours_beside_them(string name, double exact, double oneRun, double fdp, double gaussian)
    {
        ScoreSample sample = Sample(new(name));
        EpsilonOptions coins = new() { Inclusion = Inclusion.FairCoins };
        Assert.Equal(exact, EpsilonAudit.FromScores(sample, 1e-5).Value, 1e-4);
        Assert.Equal(oneRun, EpsilonAudit.FromScores(sample, 1e-5, coins).Value, 1e-4);
        Assert.Equal(fdp, EpsilonAudit.FromScores(sample, 1e-5, coins with { Method = EpsilonMethod.OneRunFdp }).Value, 1e-4);
        Assert.Equal(gaussian, EpsilonAudit.FromScores(sample, 1e-5, new() { Method = EpsilonMethod.GaussianDp }).Value, 1e-4);
    }

    private static double OverHull(ScoreSample sample, double delta, Func<double, int, int, int, double, double, double> above)
    {
        ThresholdFamily hull = Hull(sample);
        double best = 0;
        foreach (ConfusionCounts counts in hull.Counts.Where(static c => c.TruePositives + c.FalsePositives > 0))
        {
            best = above(best, sample.Members + sample.NonMembers, counts.TruePositives + counts.FalsePositives, counts.TruePositives, delta, 0.05 / hull.Counts.Count);
        }

        return best;
    }

    private static ThresholdFamily Hull(ScoreSample sample) =>
        ThresholdFamily.Create(ScoreSides.Of(sample, 1), 0, new() { Thresholds = EpsilonThresholds.ConvexHull });

    private static ScoreSample Sample(ReferenceCase reference) => ScoreSample.Create(reference.Array("in_scores"), reference.Array("out_scores"));
}
