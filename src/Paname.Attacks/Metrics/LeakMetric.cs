namespace Paname.Attacks.Metrics;

/// <summary>Which metric of a membership attack is meant, where several can be: its name, estimate, p-value and refusals in one.</summary>
public sealed class LeakMetric
{
    private readonly double? _fpr;

    private LeakMetric(double? fpr) => _fpr = fpr;

    /// <summary>The area under the ROC curve.</summary>
    public static LeakMetric Auc { get; } = new(null);

    /// <summary>A name for tables, such as "AUC" or "TPR at an FPR of 0.01".</summary>
    public string Name => _fpr is { } fpr ? FormattableString.Invariant($"TPR at an FPR of {fpr}") : "AUC";

    /// <summary>What guessing gets: 0.5, or the false positive rate.</summary>
    public double Guessing => _fpr ?? 0.5;

    /// <summary>The true positive rate at a false positive rate of the population.</summary>
    /// <param name="fpr">The false positive rate, in (0, 1).</param>
    /// <returns>The metric.</returns>
    public static LeakMetric TprAt(double fpr)
    {
        MetricArguments.CheckInside(fpr, 0, 1);
        return new LeakMetric(fpr);
    }

    /// <summary>The estimate with one-sided bounds: <see cref="Metrics.Auc.Estimate"/> or <see cref="TprAtFpr.Estimate"/>.</summary>
    /// <param name="sample">The scores.</param>
    /// <param name="level">Error rate of each bound, above 0 and at most 0.5; 0.05 by default.</param>
    /// <param name="seed">Draws one record per group, for a TPR; 0 by default.</param>
    /// <returns>The estimate.</returns>
    public BoundedEstimate Estimate(ScoreSample sample, double level = 0.05, int seed = 0) =>
        _fpr is { } fpr ? TprAtFpr.Estimate(sample, fpr, level, seed) : Metrics.Auc.Estimate(sample, level);

    /// <summary>The p-value of "the metric is below the limit".</summary>
    /// <param name="sample">The scores.</param>
    /// <param name="limit">The value claimed to be reached, from 0 to 1.</param>
    /// <param name="seed">Draws one record per group, for a TPR; 0 by default.</param>
    /// <returns>A p-value.</returns>
    public double PValueAtLeast(ScoreSample sample, double limit, int seed = 0) =>
        _fpr is { } fpr ? TprAtFpr.PValueAtLeast(sample, fpr, limit, seed) : Metrics.Auc.PValueAtLeast(sample, limit);

    /// <summary>Why the sample cannot settle "the metric is below the limit", or null when it can.</summary>
    /// <param name="sample">The scores.</param>
    /// <param name="limit">The limit, above 0 and at most 1.</param>
    /// <param name="seed">Draws one record per group, for a TPR; 0 by default.</param>
    /// <returns>The first rule that refuses.</returns>
    public SampleSizeRefusal? Refusal(ScoreSample sample, double limit, int seed = 0) =>
        _fpr is { } fpr ? TprAtFpr.Refusal(sample, fpr, limit, seed) : Metrics.Auc.Refusal(sample, limit);

    /// <summary>As <see cref="Refusal(ScoreSample, double, int)"/>, known from the numbers of records alone.</summary>
    /// <param name="members">Members (groups of members).</param>
    /// <param name="nonMembers">Non-members (groups of non-members).</param>
    /// <param name="limit">The limit, above 0 and at most 1.</param>
    /// <returns>The first rule that refuses; for the AUC of scores that are not two-valued.</returns>
    public SampleSizeRefusal? Refusal(int members, int nonMembers, double limit) =>
        _fpr is { } fpr ? TprAtFpr.Refusal(members, nonMembers, fpr, limit) : Metrics.Auc.Refusal(members, nonMembers, limit, twoValued: false);

    /// <summary>Planning: members, and as many non-members, for a model without leak to pass "the metric is below the limit" with the given probability.</summary>
    /// <param name="limit">The limit: above what guessing gets, below 1.</param>
    /// <param name="power">The probability wanted, in (0, 1).</param>
    /// <returns>Records per side; <see cref="int.MaxValue"/> when no number does.</returns>
    public int RequiredPerSide(double limit, double power)
    {
        MetricArguments.CheckInside(limit, Guessing, 1);
        int settles = Refusal(0, 0, limit)?.RequiredPerSide ?? 0;
        return Math.Max(settles, _fpr is { } fpr ? TprAtFpr.RequiredPerSide(fpr, limit, power) : Metrics.Auc.RequiredPerSide(limit, 0.5, power));
    }

    /// <summary>What the refusals count: records, groups where there are some, or for a TPR the records left when one is drawn per group.</summary>
    internal (int Members, int NonMembers) Units(ScoreSample sample, int seed)
    {
        if (_fpr is null)
        {
            return (sample.MemberGroups, sample.NonMemberGroups);
        }

        (SortedScores members, SortedScores nonMembers) = sample.OnePerGroup(seed);
        return (members.Count, nonMembers.Count);
    }

    /// <summary>Why these are too few for any bound that says something: for a TPR, no lower bound above 0 exists.</summary>
    internal SampleSizeRefusal? TooFewToCompute(int members, int nonMembers, double limit, double level)
    {
        SampleSizeRefusal? refusal = Refusal(members, nonMembers, limit);
        if (_fpr is not { } fpr)
        {
            return refusal?.Kind == SampleSizeRefusalKind.TooFewToCompute ? refusal : null;
        }

        int needed = (int)Math.Min(int.MaxValue, Math.Ceiling(Math.Log(level / 2) / Math.Log(1 - fpr)));
        return members > 0 && nonMembers >= needed ? null : new(SampleSizeRefusalKind.TooFewToCompute, Math.Max(needed, refusal?.RequiredPerSide ?? 0), FormattableString.Invariant(
            $"with {members} members and {nonMembers} non-members no {Name} can be shown to lie above 0, which needs {needed} non-members"));
    }
}
