namespace Paname.Attacks.Metrics;

/// <summary>The one-sided bounds of the AUC: the widest of all methods that apply, which depends on the kind of scores, never on what they show.</summary>
internal static class AucBounds
{
    internal static (double Lower, double Upper) At(ScoreSample sample, double level)
    {
        AucVariance data = sample.Moments.Data;
        double auc = data.Auc;
        (double lower, double upper) = sample.Moments.Augmented.IsUsable ? sample.Moments.Augmented.Bounds(level) : (0, 1);
        if (data.IsUsable)
        {
            (double l, double u) = data.Bounds(level);
            lower = Math.Min(lower, l);
            upper = Math.Max(upper, u);
        }

        if (auc is 0 or 1)
        {
            double exact = Math.Pow(level, 1.0 / Math.Min(sample.MemberGroups, sample.NonMemberGroups));
            lower = auc == 1 ? Math.Min(lower, exact) : lower;
            upper = auc == 0 ? Math.Max(upper, 1 - exact) : upper;
        }

        if (sample.IsTwoValued)
        {
            (double l, double u) = TwoValued(sample, level);
            lower = Math.Min(lower, l);
            upper = Math.Max(upper, u);
        }

        return (Math.Min(Math.Max(lower, 0), auc), Math.Max(Math.Min(upper, 1), auc));
    }

    private static (double Lower, double Upper) TwoValued(ScoreSample sample, double level)
    {
        double high = Math.Max(sample.MemberScores.Values[^1], sample.NonMemberScores.Values[^1]);
        (double lower, double upper) = NewcombeDifference.Bounds(
            Proportion.AtLeast(sample.MemberScores, sample.Groups, sample.MemberGroups, high),
            Proportion.AtLeast(sample.NonMemberScores, sample.Groups, sample.NonMemberGroups, high),
            level);
        return (0.5 + (lower / 2), 0.5 + (upper / 2));
    }
}
