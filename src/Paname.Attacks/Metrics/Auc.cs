namespace Paname.Attacks.Metrics;

/// <summary>
/// The area under the ROC curve: the probability that a random member scores above a random non-member, ties counting one half.
/// </summary>
/// <remarks>
/// Bounds: DeLong variance (DeLong, DeLong and Clarke-Pearson, 1988) on the logit scale with a t quantile, on the data and on the data with one record
/// added at either end of either side, the wider of the two; for two-valued scores also Newcombe's bounds (1998). Records in groups: the clustered
/// variance of Obuchowski (1997), sizes counted in groups.
/// </remarks>
public static class Auc
{
    /// <summary>The AUC with one-sided bounds.</summary>
    /// <param name="sample">The scores; at least 20 units per side for the bounds to hold their level, see <see cref="Refusal(ScoreSample, double)"/>.</param>
    /// <param name="level">Error rate of each bound, above 0 and at most 0.5; 0.05 by default.</param>
    /// <returns>The estimate; its standard error is DeLong's, 0 when the scores separate perfectly or are constant.</returns>
    public static BoundedEstimate Estimate(ScoreSample sample, double level = 0.05)
    {
        ArgumentNullException.ThrowIfNull(sample);
        MetricArguments.CheckLevel(level);
        (double lower, double upper) = AucBounds.At(sample, level);
        AucVariance data = sample.Moments.Data;
        return new(data.Auc, lower, upper, data.MemberUnits > 1 && data.NonMemberUnits > 1 ? Math.Sqrt(data.Total) : 0.5);
    }

    /// <summary>The p-value of "the AUC is below the limit": the smallest level at which the lower bound reaches the limit.</summary>
    /// <param name="sample">The scores.</param>
    /// <param name="limit">The AUC claimed to be reached, from 0 to 1.</param>
    /// <returns>A p-value that is at most a level exactly when the lower bound at that level reaches the limit; 1 when no level up to 0.5 does.</returns>
    public static double PValueAtLeast(ScoreSample sample, double limit)
    {
        ArgumentNullException.ThrowIfNull(sample);
        MetricArguments.CheckFraction(limit);
        const double Smallest = 1e-300;
        if (!(AucBounds.At(sample, 0.5).Lower >= limit))
        {
            return 1;
        }

        if (AucBounds.At(sample, Smallest).Lower >= limit)
        {
            return 0;
        }

        // Positive doubles order as their bits: halving the bits ends at the smallest level there is, whatever its size.
        long low = BitConverter.DoubleToInt64Bits(Smallest);
        long high = BitConverter.DoubleToInt64Bits(0.5);
        while (high - low > 1)
        {
            long middle = low + ((high - low) / 2);
            if (AucBounds.At(sample, BitConverter.Int64BitsToDouble(middle)).Lower >= limit)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return BitConverter.Int64BitsToDouble(high);
    }

    /// <summary>Why the sample cannot settle "the AUC is below the limit", or null when it can. Sizes are counted in groups where there are some.</summary>
    /// <param name="sample">The scores.</param>
    /// <param name="limit">The limit, above 0 and at most 1.</param>
    /// <returns>The first rule that refuses.</returns>
    public static SampleSizeRefusal? Refusal(ScoreSample sample, double limit)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return Refusal(sample.MemberGroups, sample.NonMemberGroups, limit, sample.IsTwoValued);
    }

    /// <summary>Why samples of this size cannot settle "the AUC is below the limit", or null when they can: known before any model runs.</summary>
    /// <param name="members">Members (groups of members).</param>
    /// <param name="nonMembers">Non-members (groups of non-members).</param>
    /// <param name="limit">The limit, above 0 and at most 1.</param>
    /// <param name="twoValued">Whether the scores take two values only.</param>
    /// <returns>The first rule that refuses: 20 per side to compute; 50 per side for a verdict, 200 for two-valued scores or limits from 0.9;
    /// power of one half for a model without leak.</returns>
    public static SampleSizeRefusal? Refusal(int members, int nonMembers, double limit, bool twoValued)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(members);
        ArgumentOutOfRangeException.ThrowIfNegative(nonMembers);
        MetricArguments.CheckLimit(limit);
        return AucSampleSize.Refusal(members, nonMembers, limit, twoValued);
    }

    /// <summary>Planning: members, and as many non-members, for the bound to clear the limit.</summary>
    /// <param name="limit">The limit, in (0, 1). Below it: the upper bound must end up below (pass). Above it: the lower bound must end up above (detect).</param>
    /// <param name="trueAuc">The AUC the model is assumed to have, in (0, 1), not the limit.</param>
    /// <param name="power">The probability wanted, in (0, 1).</param>
    /// <param name="level">Error rate of the bound; 0.05 by default.</param>
    /// <returns>Records per side by the variance of Hanley and McNeil (1982): a planning figure, for scores without many ties.</returns>
    public static int RequiredPerSide(double limit, double trueAuc, double power, double level = 0.05)
    {
        AucSampleSize.CheckPlan(limit, trueAuc, level);
        MetricArguments.CheckInside(power, 0, 1);
        return AucSampleSize.RequiredPerSide(limit, trueAuc, power, level);
    }

    /// <summary>Planning: the probability that the bound clears the limit, as in <see cref="RequiredPerSide"/>.</summary>
    /// <param name="members">Members, 2 at least.</param>
    /// <param name="nonMembers">Non-members, 2 at least.</param>
    /// <param name="limit">The limit, in (0, 1).</param>
    /// <param name="trueAuc">The AUC assumed, in (0, 1), not the limit.</param>
    /// <param name="level">Error rate of the bound; 0.05 by default.</param>
    /// <returns>A probability.</returns>
    public static double Power(int members, int nonMembers, double limit, double trueAuc, double level = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(nonMembers, 2);
        AucSampleSize.CheckPlan(limit, trueAuc, level);
        return AucSampleSize.Power(members, nonMembers, limit, trueAuc, level);
    }

    /// <summary>
    /// The Mann-Whitney z of the scores, corrected for ties, without continuity correction: a value far below 0 means that members score lower,
    /// as a score of inverted sign gives.
    /// </summary>
    /// <param name="sample">The scores.</param>
    /// <returns>A standard normal value when membership and score are unrelated; 0 for constant scores. With groups it is shrunk by the root of the
    /// design effect, when that exceeds 1.</returns>
    public static double InvertedScoreZ(ScoreSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        AucMoments moments = sample.Moments;
        return moments.NullVariance > 0 ? (moments.Data.Auc - 0.5) / Math.Sqrt(moments.NullVariance * moments.DesignEffect) : 0;
    }
}
