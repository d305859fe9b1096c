namespace Paname.Attacks.Metrics;

/// <summary>
/// The true positive rate at a false positive rate of the population, the threshold being taken from the same non-members.
/// </summary>
/// <remarks>
/// Bounds rest on an order statistic of the non-members, planned before any score is seen, and on the binomial count of members beyond it; the level
/// is split between the two (union bound). They hold for every distribution of scores, with ties. A Clopper-Pearson interval at the empirical threshold
/// is not such a bound: it takes the threshold for known. Records in groups: distribution-free bounds need independent records, so one record of each
/// group is drawn with the seed, without a look at scores, and everything, the value included, is computed from those; a group on both sides goes to
/// the side of the record drawn.
/// </remarks>
public static class TprAtFpr
{
    /// <summary>The largest TPR at an empirical FPR of at most the given one, without interpolation, with one-sided bounds for the population's FPR.</summary>
    /// <param name="sample">The scores.</param>
    /// <param name="fpr">The false positive rate, in (0, 1).</param>
    /// <param name="level">Error rate of each bound, above 0 and at most 0.5; 0.05 by default.</param>
    /// <param name="seed">Draws one record per group; without effect when there are no groups.</param>
    /// <returns>The estimate; its standard error is the binomial one of the TPR, the threshold's own error is in the bounds only.</returns>
    public static BoundedEstimate Estimate(ScoreSample sample, double fpr, double level = 0.05, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(sample);
        MetricArguments.CheckInside(fpr, 0, 1);
        MetricArguments.CheckLevel(level);
        (SortedScores members, SortedScores nonMembers) = sample.OnePerGroup(seed);
        if (members.Count == 0 || nonMembers.Count == 0)
        {
            return new(EmpiricalTpr.At(sample.MemberScores, sample.NonMemberScores, fpr), 0, 1, 0.5);
        }

        double value = EmpiricalTpr.At(members, nonMembers, fpr);
        return new(
            value,
            TprBounds.Lower(members, nonMembers, fpr, level),
            TprBounds.Upper(members, nonMembers, fpr, level),
            Math.Sqrt(value * (1 - value) / members.Count));
    }

    /// <summary>How many members share the score at which the upper bound sets its threshold. The bound counts them all, whatever order a finer score
    /// would give them, so many ties make it wide.</summary>
    /// <param name="sample">The scores.</param>
    /// <param name="fpr">The false positive rate, in (0, 1).</param>
    /// <param name="level">Error rate of the bound, above 0 and at most 0.5; 0.05 by default.</param>
    /// <param name="seed">Draws one record per group.</param>
    /// <returns>A number of members; 0 when no threshold can be planned.</returns>
    public static int MembersTiedAtThreshold(ScoreSample sample, double fpr, double level = 0.05, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(sample);
        MetricArguments.CheckInside(fpr, 0, 1);
        MetricArguments.CheckLevel(level);
        (SortedScores members, SortedScores nonMembers) = sample.OnePerGroup(seed);
        return members.Count == 0 || nonMembers.Count == 0 ? 0 : TprBounds.TiedAtThreshold(members, nonMembers, fpr, level);
    }

    /// <summary>The p-value of "the TPR is below the limit".</summary>
    /// <param name="sample">The scores.</param>
    /// <param name="fpr">The false positive rate, in (0, 1).</param>
    /// <param name="limit">The TPR claimed to be reached, from 0 to 1.</param>
    /// <param name="seed">Draws one record per group.</param>
    /// <returns>The smallest p such that the lower bound reaches the limit at every level from p to 0.5; 1 when it does not at 0.5. The lower bound re-plans its
    /// order statistic at each level and so is not monotone in it: a p-value of at most a level implies that the bound reaches the limit there, and the
    /// reverse holds up to that unevenness, on the safe side.</returns>
    public static double PValueAtLeast(ScoreSample sample, double fpr, double limit, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(sample);
        MetricArguments.CheckInside(fpr, 0, 1);
        MetricArguments.CheckFraction(limit);
        (SortedScores members, SortedScores nonMembers) = sample.OnePerGroup(seed);
        return limit == 0 ? 0
            : members.Count == 0 || nonMembers.Count == 0 ? 1
            : TprBounds.PValueAtLeast(members, nonMembers, fpr, limit);
    }

    /// <summary>The order statistic that the upper bound will use, and the bound to expect of a model without leak: known before any score.</summary>
    /// <param name="members">Members, 1 at least.</param>
    /// <param name="nonMembers">Non-members, 1 at least.</param>
    /// <param name="fpr">The false positive rate, in (0, 1).</param>
    /// <param name="level">Error rate of the bound, above 0 and at most 0.5; 0.05 by default.</param>
    /// <returns>The plan.</returns>
    public static TprPlan Plan(int members, int nonMembers, double fpr, double level = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(members);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(nonMembers);
        MetricArguments.CheckInside(fpr, 0, 1);
        MetricArguments.CheckLevel(level);
        return TprPlan.Best(members, nonMembers, fpr, level);
    }

    /// <summary>Why samples of this size cannot settle "the TPR is below the limit", or null when they can: the planned bound is not below the limit.</summary>
    /// <param name="members">Members (groups of members).</param>
    /// <param name="nonMembers">Non-members (groups of non-members).</param>
    /// <param name="fpr">The false positive rate, in (0, 1).</param>
    /// <param name="limit">The limit, above 0 and at most 1; one at or below the FPR is always refused, guessing reaches it.</param>
    /// <returns>The refusal, with the number per side at which the planned bound falls below the limit.</returns>
    public static SampleSizeRefusal? Refusal(int members, int nonMembers, double fpr, double limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(members);
        ArgumentOutOfRangeException.ThrowIfNegative(nonMembers);
        MetricArguments.CheckInside(fpr, 0, 1);
        MetricArguments.CheckLimit(limit);
        return TprSampleSize.Refusal(members, nonMembers, fpr, limit);
    }

    /// <summary>As <see cref="Refusal(int, int, double, double)"/> for a sample: counts the records that remain when one is drawn per group.</summary>
    /// <param name="sample">The scores.</param>
    /// <param name="fpr">The false positive rate, in (0, 1).</param>
    /// <param name="limit">The limit, above 0 and at most 1.</param>
    /// <param name="seed">Draws one record per group.</param>
    /// <returns>The refusal, or null.</returns>
    public static SampleSizeRefusal? Refusal(ScoreSample sample, double fpr, double limit, int seed)
    {
        ArgumentNullException.ThrowIfNull(sample);
        (SortedScores members, SortedScores nonMembers) = sample.OnePerGroup(seed);
        return Refusal(members.Count, nonMembers.Count, fpr, limit);
    }

    /// <summary>Planning: members, and as many non-members, for a model without leak to pass "the TPR is below the limit" with the given probability.</summary>
    /// <param name="fpr">The false positive rate, in (0, 1).</param>
    /// <param name="limit">The limit, above the FPR and below 1.</param>
    /// <param name="power">The probability wanted, in (0, 1).</param>
    /// <returns>Records per side, a multiple of 100: power rises in saw teeth with single records. <see cref="int.MaxValue"/> beyond ten million.</returns>
    public static int RequiredPerSide(double fpr, double limit, double power)
    {
        MetricArguments.CheckInside(fpr, 0, 1);
        MetricArguments.CheckInside(limit, fpr, 1);
        MetricArguments.CheckInside(power, 0, 1);
        return TprSampleSize.RequiredPerSide(fpr, limit, power);
    }
}
