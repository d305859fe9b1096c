using System.Globalization;
using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>The true positive rate at a false positive rate of the population.</summary>
internal sealed class TprCriterion : ILimitCriterion
{
    private const double Power = .8;

    // Below this share of the members ties cost the bound little.
    private const double ManyTies = .01;

    private readonly double _fpr;
    private readonly int _seed;

    internal TprCriterion(double fpr, int seed)
    {
        _fpr = Require(fpr);
        _seed = seed;
    }

    /// <summary>Refuses a rate outside (0, 1) where the user wrote it, before anything is scored.</summary>
    internal static double Require(double fpr)
        => fpr is > 0 and < 1
            ? fpr
            : throw new ArgumentOutOfRangeException(nameof(fpr), "The false positive rate lies strictly between 0 and 1, for example 0.01.");

    internal static string KeyOf(double fpr) => FormattableString.Invariant($"tpr@{fpr}");

    public string Name => string.Create(CultureInfo.InvariantCulture, $"TPR at {_fpr * 100:0.####} % FPR");

    public string NameWithArticle => $"a {Name}";

    public string Key => KeyOf(_fpr);

    public LeakMetric Metric => LeakMetric.TprAt(_fpr);

    public string? NotApplicable(AttackResult attack)
        => attack.IsGraded ? null : "a yes or no has no threshold at a chosen false positive rate; its AUC can be judged";

    public BoundedEstimate Estimate(ScoreSample sample, double level) => TprAtFpr.Estimate(sample, _fpr, level, _seed);

    public double PValueAtLeast(ScoreSample sample, double limit) => TprAtFpr.PValueAtLeast(sample, _fpr, limit, _seed);

    public SampleSizeRefusal? Refusal(ScoreSample sample, double limit)
        => TprAtFpr.Refusal(sample, _fpr, limit, _seed);

    public string? WideBecause(ScoreSample sample)
    {
        int tied = TprAtFpr.MembersTiedAtThreshold(sample, _fpr, seed: _seed);
        return tied > ManyTies * sample.MemberGroups
            ? string.Create(CultureInfo.InvariantCulture, $"{tied:N0} members share the score at the threshold, and the bound counts them all; finer outputs, such as logits, would tell them apart")
            : null;
    }

    public int? RequiredPerSide(double limit, double estimate)
        => estimate <= _fpr && limit > _fpr && TprAtFpr.RequiredPerSide(_fpr, limit, Power) is < int.MaxValue and int needed ? needed : null;
}
