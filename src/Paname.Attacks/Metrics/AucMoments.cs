namespace Paname.Attacks.Metrics;

/// <summary>The AUC with the parts of its DeLong variance, on the data and on the data augmented by one record at either end of either side.</summary>
internal sealed record AucMoments(AucVariance Data, AucVariance Augmented, double NullVariance, double DesignEffect);

/// <summary>
/// AUC, the variance due to members, to non-members, and to groups with records on both sides; units are records, or groups where there are some.
/// </summary>
internal readonly record struct AucVariance(
    double Auc, double Members, double NonMembers, double Cross, int MemberUnits, int NonMemberUnits, int Units)
{
    internal double Total => Math.Max(0, Members + NonMembers + Cross);

    /// <summary>One unit has no variance to estimate.</summary>
    internal bool IsUsable => MemberUnits > 1 && NonMemberUnits > 1 && Total > 0 && Auc is > 0 and < 1;

    /// <summary>Satterthwaite's, capped by the number of units: shared groups are counted once.</summary>
    internal double DegreesOfFreedom => Math.Min(
        Units - 1,
        Total * Total / ((Members * Members / (MemberUnits - 1)) + (NonMembers * NonMembers / (NonMemberUnits - 1))));

    /// <summary>Bounds on the logit scale at a one-sided level.</summary>
    internal (double Lower, double Upper) Bounds(double level)
    {
        double half = Quantiles.StudentTUpper(level, DegreesOfFreedom) * Math.Sqrt(Total) / (Auc * (1 - Auc));
        double logit = Quantiles.Logit(Auc);
        return (Quantiles.Logistic(logit - half), Quantiles.Logistic(logit + half));
    }
}
