using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>The area under the ROC curve.</summary>
internal sealed class AucCriterion : ILimitCriterion
{
    internal const string MetricKey = "auc";

    private const double Power = .8;

    public string Name => "AUC";

    public string NameWithArticle => "an AUC";

    public string Key => MetricKey;

    public LeakMetric Metric => LeakMetric.Auc;

    public string? NotApplicable(AttackResult attack) => null;

    public BoundedEstimate Estimate(ScoreSample sample, double level) => Auc.Estimate(sample, level);

    public double PValueAtLeast(ScoreSample sample, double limit) => Auc.PValueAtLeast(sample, limit);

    public SampleSizeRefusal? Refusal(ScoreSample sample, double limit) => Auc.Refusal(sample, limit);

    public string? WideBecause(ScoreSample sample) => null;

    public int? RequiredPerSide(double limit, double estimate)
        => estimate < limit && Auc.RequiredPerSide(limit, Math.Max(estimate, .5), Power) is < int.MaxValue and int needed ? needed : null;
}
