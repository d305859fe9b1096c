namespace Paname.Attacks.Metrics;

/// <summary>The empirical ROC curve: one point per distinct score, equal scores always crossing the threshold together.</summary>
public sealed class RocCurve
{
    private readonly RocPoint[] _points;

    private RocCurve(RocPoint[] points, double auc, double prevalence)
    {
        _points = points;
        Auc = auc;
        Prevalence = prevalence;
    }

    /// <summary>From (0, 0) to (1, 1), by falling threshold; both rates never fall.</summary>
    public IReadOnlyList<RocPoint> Points => _points;

    /// <summary>The area under the curve, ties counting one half; the same number as <see cref="Metrics.Auc.Estimate"/>.</summary>
    public double Auc { get; }

    /// <summary>The share of members among all records.</summary>
    public double Prevalence { get; }

    /// <summary>
    /// max(TPR - FPR) over thresholds, from 0 to 1: the advantage of an attacker for whom a higher score means member (Yeom et al., "Privacy risk in
    /// machine learning", 2018). Chosen on the same records, so optimistic; <see cref="Advantage.Maximal"/> has bounds.
    /// </summary>
    public double MaximalAdvantage => _points.Max(static p => p.Tpr - p.Fpr);

    /// <summary>max|TPR - FPR| over thresholds, which also counts a score of inverted sign; the "attacker advantage" of TensorFlow Privacy.</summary>
    public double MaximalAbsoluteAdvantage => _points.Max(static p => Math.Abs(p.Tpr - p.Fpr));

    /// <summary>The largest (TPR + TNR) / 2 over thresholds.</summary>
    public double MaximalBalancedAccuracy => (1 + MaximalAdvantage) / 2;

    /// <summary>Builds the curve.</summary>
    /// <param name="sample">The scores.</param>
    /// <returns>The curve, one point per distinct score and the origin.</returns>
    public static RocCurve Create(ScoreSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        double[] members = sample.MemberScores.Values;
        double[] nonMembers = sample.NonMemberScores.Values;
        List<RocPoint> ascending = [];
        TieGroups groups = new(members, nonMembers);
        while (groups.MoveNext())
        {
            double score = groups.MembersAt > 0 ? members[groups.MembersBelow] : nonMembers[groups.NonMembersBelow];
            ascending.Add(new(
                (double)(nonMembers.Length - groups.NonMembersBelow) / nonMembers.Length,
                (double)(members.Length - groups.MembersBelow) / members.Length,
                score));
        }

        ascending.Add(new(0, 0, double.PositiveInfinity));
        ascending.Reverse();
        return new([.. ascending], sample.Moments.Data.Auc, members.Length / ((double)members.Length + nonMembers.Length));
    }

    /// <summary>The largest TPR at an FPR of at most the given one; no interpolation.</summary>
    /// <param name="fpr">The false positive rate, from 0 to 1.</param>
    /// <returns>A TPR.</returns>
    public double TprAt(double fpr) => PointAt(fpr).Tpr;

    /// <summary>The point of largest TPR at an FPR of at most the given one; among equals the one of lowest FPR.</summary>
    /// <param name="fpr">The false positive rate, from 0 to 1.</param>
    /// <returns>A point of the curve.</returns>
    public RocPoint PointAt(double fpr)
    {
        MetricArguments.CheckFraction(fpr);
        RocPoint best = _points[0];
        foreach (RocPoint point in _points)
        {
            if (point.Fpr > fpr)
            {
                break;
            }

            best = point.Tpr > best.Tpr ? point : best;
        }

        return best;
    }

    /// <summary>The largest accuracy over thresholds, for a share of members among the records attacked.</summary>
    /// <param name="prevalence">The share of members, from 0 to 1; for that of the sample see <see cref="Prevalence"/>.</param>
    /// <returns>max of prevalence TPR + (1 - prevalence) TNR.</returns>
    public double MaximalAccuracy(double prevalence)
    {
        MetricArguments.CheckFraction(prevalence);
        return _points.Max(p => (prevalence * p.Tpr) + ((1 - prevalence) * (1 - p.Fpr)));
    }
}
