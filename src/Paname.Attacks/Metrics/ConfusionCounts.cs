namespace Paname.Attacks.Metrics;

/// <summary>How an attack's decisions at one threshold agree with membership; a positive is a record called a member.</summary>
/// <remarks>A rate whose denominator is zero is NaN.</remarks>
/// <param name="TruePositives">Members called members.</param>
/// <param name="FalseNegatives">Members called non-members.</param>
/// <param name="FalsePositives">Non-members called members.</param>
/// <param name="TrueNegatives">Non-members called non-members.</param>
public readonly record struct ConfusionCounts(int TruePositives, int FalseNegatives, int FalsePositives, int TrueNegatives)
{
    /// <summary>All members.</summary>
    public int Members => TruePositives + FalseNegatives;

    /// <summary>All non-members.</summary>
    public int NonMembers => FalsePositives + TrueNegatives;

    /// <summary>True positive rate (recall).</summary>
    public double Tpr => (double)TruePositives / Members;

    /// <summary>False positive rate.</summary>
    public double Fpr => (double)FalsePositives / NonMembers;

    /// <summary>True negative rate.</summary>
    public double Tnr => (double)TrueNegatives / NonMembers;

    /// <summary>False negative rate.</summary>
    public double Fnr => (double)FalseNegatives / Members;

    /// <summary>Share of right decisions.</summary>
    public double Accuracy => ((double)TruePositives + TrueNegatives) / ((double)Members + NonMembers);

    /// <summary>(TPR + TNR) / 2.</summary>
    public double BalancedAccuracy => (Tpr + Tnr) / 2;

    /// <summary>TPR - FPR; negative when members are called members less often than non-members are.</summary>
    public double Advantage => Tpr - Fpr;

    /// <summary>Positive predictive value (precision): the share of members among the records called members, at the sample's prevalence.</summary>
    public double Ppv => (double)TruePositives / ((double)TruePositives + FalsePositives);

    /// <summary>Negative predictive value.</summary>
    public double Npv => (double)TrueNegatives / ((double)TrueNegatives + FalseNegatives);

    /// <summary>The counts of "member iff score &gt;= threshold".</summary>
    /// <param name="sample">The scores.</param>
    /// <param name="threshold">The threshold; not NaN.</param>
    /// <returns>The counts.</returns>
    public static ConfusionCounts At(ScoreSample sample, double threshold)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentOutOfRangeException.ThrowIfEqual(threshold, double.NaN);
        int tp = sample.MemberScores.AtLeast(threshold);
        int fp = sample.NonMemberScores.AtLeast(threshold);
        return new(tp, sample.Members - tp, fp, sample.NonMembers - fp);
    }
}
