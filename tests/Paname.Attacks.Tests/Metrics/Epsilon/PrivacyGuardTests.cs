using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>PrivacyGuard's epsilons: point estimates capped at ln n, and exact limits without correction over thresholds. Ours with its correction stands beside.</summary>
public sealed class PrivacyGuardTests
{
    private const double Delta = 1e-5;

    private readonly ReferenceCase _reference = new("mia_results_privacyguard");

    [Fact]
    public void Clopper_pearson_limits()
    {
        double[] table = _reference.Array("clopper_pearson_95");
        for (int i = 0; i < table.Length; i += 4)
        {
            (double lower, double upper) = BinomialInterval.ClopperPearson((int)table[i], (int)table[i + 1], 0.95);
            Assert.Equal(table[i + 2], lower, 1e-9);
            Assert.Equal(table[i + 3], upper, 1e-9);
        }
    }

    [Fact]
    public void Largest_over_thresholds_without_correction_and_ours_with_it()
    {
        ScoreSample sample = Sample();
        double uncorrected = Curve().Max(static c => EpsilonLimits.Of(c, 0.025, 0.025).ClopperPearson(Delta, bothDirections: true));
        Assert.Equal(_reference.Number("epsilon_clopper_pearson"), uncorrected, 1e-7);
        Assert.Equal(1, EpsilonAudit.FromScores(sample, Delta).Value, 1e-4);
        Assert.Equal(1, EpsilonAudit.FromScores(sample, Delta, new() { Thresholds = EpsilonThresholds.All }).Value, 1e-4);
    }

    [Fact]
    public void Empirical_epsilon_drops_what_exceeds_the_logarithm_of_the_members()
    {
        double cap = Math.Log(Sample().Members);
        double largest = Curve().SelectMany(static c => new[] { TprOverFpr(c), TnrOverFnr(c) }).Where(e => e <= cap).Max();
        Assert.Equal(_reference.Number("epsilon_empirical"), largest, 1e-7);
    }

    [Theory]
    [InlineData("eps_at_fpr", "eps_at_tpr", "eps_max")]
    public void Empirical_epsilon_at_rates(string atFpr, string atTpr, string atBoth)
    {
        ConfusionCounts[] curve = Curve();
        double cap = Math.Log(Sample().Members);
        double[] expectedAtFpr = _reference.Array(atFpr);
        double[] expectedAtTpr = _reference.Array(atTpr);
        double[] expectedMax = _reference.Array(atBoth);
        for (int i = 0; i < 100; i++)
        {
            double rate = 0.01 + (i * (0.99 / 99));
            double first = Capped(curve.Last(c => c.Fpr <= rate + 1e-12));
            double second = Capped(curve.First(c => c.Tpr >= Math.Min(1, rate) - 1e-12));
            Assert.Equal(expectedAtFpr[i], first, 1e-7);
            Assert.Equal(expectedAtTpr[i], second, 1e-7);
            Assert.Equal(expectedMax[i], Math.Max(first, second), 1e-7);
        }

        double Capped(ConfusionCounts c) => Math.Min(cap, TprOverFpr(c));
    }

    private static double TprOverFpr(ConfusionCounts c) => Math.Log(c.Tpr - Delta) - Math.Log(c.Fpr);

    private static double TnrOverFnr(ConfusionCounts c) => Math.Log(c.Tnr - Delta) - Math.Log(c.Fnr);

    /// <summary>The curve by falling threshold from (0, 0), without points on a straight line between their neighbours, as scikit-learn leaves them out.</summary>
    private ConfusionCounts[] Curve()
    {
        ScoreSample sample = Sample();
        ConfusionCounts[] all = [.. RocCurve.Create(sample).Points.Select(p => ConfusionCounts.At(sample, p.Threshold))];
        return [.. all.Where((c, i) => i == 0 || i == all.Length - 1 || Bends(all[i - 1], c, all[i + 1]))];
    }

    private static bool Bends(ConfusionCounts a, ConfusionCounts b, ConfusionCounts c) =>
        a.TruePositives - (2 * b.TruePositives) + c.TruePositives != 0 || a.FalsePositives - (2 * b.FalsePositives) + c.FalsePositives != 0;

    private ScoreSample Sample() => ScoreSample.Create(_reference.Array("member_scores"), _reference.Array("nonmember_scores"));
}
