using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Metrics;

public sealed class ConfusionCountsTests
{
    [Fact]
    public void At_sacro_case_matches_its_metrics()
    {
        ReferenceCase reference = new("sacro_metrics");
        double[] member = reference.Array("member");
        double[] score = reference.Array("score_member");
        ScoreSample sample = ScoreSample.Create(
            [.. score.Where((_, i) => member[i] == 1)], [.. score.Where((_, i) => member[i] == 0)]);
        ConfusionCounts counts = ConfusionCounts.At(sample, 0.5);
        (string Key, double Value)[] rows =
        [
            ("TPR", counts.Tpr), ("FPR", counts.Fpr), ("TNR", counts.Tnr), ("FNR", counts.Fnr), ("PPV", counts.Ppv), ("NPV", counts.Npv),
            ("ACC", counts.Accuracy), ("Advantage", counts.Advantage), ("AUC", Auc.Estimate(sample).Value),
        ];
        foreach ((string key, double value) in rows)
        {
            Assert.Equal(reference.Number("metrics", key), value, 1e-8);
        }

        RocCurve curve = RocCurve.Create(sample);
        Assert.Equal(reference.Number("roc", "auc"), curve.Auc, 1e-12);
        Assert.Equal(reference.Number("roc", "advantage"), curve.MaximalAdvantage, 1e-12);
        Assert.Equal(reference.Number("roc", "tpr_at_fpr_0_01"), curve.TprAt(0.01), 1e-12);
        Assert.Equal(reference.Number("roc", "tpr_at_fpr_0_1"), curve.TprAt(0.1), 1e-12);
    }

    [Fact]
    public void At_sacro_row()
    {
        ConfusionCounts counts = ConfusionCounts.At(ScoreSample.Create([0.45, 0.9, 0.99], [0.1, 0.6, 0.2]), 0.5);
        Assert.Equal(new ConfusionCounts(2, 1, 1, 2), counts);
        Assert.Equal(4.0 / 6, counts.Accuracy);
        Assert.Equal(1.0 / 3, counts.Advantage, 1e-15);
    }

    [Theory]
    [InlineData(0.8, 0.8, 0.8)]
    [InlineData(0.7, 0.625, 1)]
    public void At_tensorflow_privacy_probabilities_give_precision_and_recall(double threshold, double precision, double recall)
    {
        ConfusionCounts counts = ConfusionCounts.At(ScoreSample.Create([0.91, 1, 0.92, 0.82, 0.75], [0.81, 0.7, 0.75, 0.25, 0.3]), threshold);
        Assert.Equal(precision, counts.Ppv, 1e-15);
        Assert.Equal(recall, counts.Tpr, 1e-15);
    }

    [Fact]
    public void BalancedAccuracy_of_the_gap_attack()
    {
        // Accuracy .95 on members and .80 on non-members.
        double[] members = [.. Enumerable.Range(0, 100).Select(static i => i < 95 ? 1.0 : 0)];
        double[] nonMembers = [.. Enumerable.Range(0, 100).Select(static i => i < 80 ? 1.0 : 0)];
        Assert.Equal(0.575, ConfusionCounts.At(ScoreSample.Create(members, nonMembers), 1).BalancedAccuracy, 1e-15);
    }
}
