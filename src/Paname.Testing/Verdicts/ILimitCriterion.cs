using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>A metric that can be held against a limit.</summary>
internal interface ILimitCriterion
{
    /// <summary>The metric's name: "AUC", "TPR at 1 % FPR".</summary>
    string Name { get; }

    /// <summary>The name with its article: "an AUC".</summary>
    string NameWithArticle { get; }

    /// <summary>The metric's name in machine-readable results.</summary>
    string Key { get; }

    /// <summary>The same metric, for slices of the records.</summary>
    LeakMetric Metric { get; }

    /// <summary>Why the metric cannot be computed for an attack, or null when it can; null for an attack that did not run.</summary>
    string? NotApplicable(AttackResult attack);

    /// <summary>The value with bounds that each err with the probability given.</summary>
    BoundedEstimate Estimate(ScoreSample sample, double level = .05);

    double PValueAtLeast(ScoreSample sample, double limit);

    SampleSizeRefusal? Refusal(ScoreSample sample, double limit);

    /// <summary>Why the upper bound is wide for a reason that more records do not mend, as a clause; null when there is none.</summary>
    string? WideBecause(ScoreSample sample);

    /// <summary>Records per side with which a model whose true value is the estimate passes four times in five; null when none would do.</summary>
    int? RequiredPerSide(double limit, double estimate);
}
