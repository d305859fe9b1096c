namespace Paname.Attacks.Metrics;

/// <summary>
/// Empirical lower bounds on the epsilon of differential privacy. Only lower bounds: a weak attack gives 0, which is no evidence of safety. They bound the
/// training procedure's epsilon only when every record is one of an independent training run; on many records of one model they are empirical, not a DP bound.
/// </summary>
public static class EpsilonBound
{
    /// <summary>The lower bound at one threshold fixed beforehand, with delta 0: ln(TPR at least / FPR at most), both Clopper-Pearson at half of alpha.</summary>
    /// <param name="truePositives">Members called members.</param>
    /// <param name="members">All members, 1 at least.</param>
    /// <param name="falsePositives">Non-members called members.</param>
    /// <param name="nonMembers">All non-members, 1 at least.</param>
    /// <param name="alpha">One-sided error rate, above 0 and at most 0.5.</param>
    /// <returns>A bound from 0 up; for the other direction, ln(TNR / FNR), give true negatives, non-members, false negatives and members.</returns>
    public static double ClopperPearson(int truePositives, int members, int falsePositives, int nonMembers, double alpha) =>
        Math.Max(0, Math.Log(RatioBound.ClopperPearson(truePositives, members, falsePositives, nonMembers, alpha)));

    /// <summary>The largest advantage TPR - FPR that (epsilon, delta) differential privacy allows for randomly assigned membership.</summary>
    /// <param name="epsilon">Epsilon, 0 or more.</param>
    /// <param name="delta">Delta, from 0 to 1.</param>
    /// <returns>(e^epsilon - 1 + 2 delta) / (e^epsilon + 1), from 0 to 1 (Humphries et al., "Investigating membership inference attacks under data dependencies", 2023).</returns>
    public static double MaximalAdvantage(double epsilon, double delta)
    {
        MetricArguments.CheckFraction(delta);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        ArgumentOutOfRangeException.ThrowIfEqual(epsilon, double.NaN);
        return Math.Min(1, Math.Tanh(epsilon / 2) + (2 * delta / (Math.Exp(epsilon) + 1)));
    }

    /// <summary>
    /// The logarithms of a ratio bound at every threshold of the sample, largest first: TPR / FPR and TNR / FNR, and with <paramref name="bothSigns"/> their
    /// inverses, for a score of unknown sign. The largest is chosen on the data without correction, as in TensorFlow Privacy: to compare with it, never for a verdict.
    /// </summary>
    /// <param name="sample">The scores; "member" iff above a threshold that runs through all distinct scores.</param>
    /// <param name="method">The bound on a ratio: <see cref="RatioBound.Bailey"/> or <see cref="RatioBound.ClopperPearson"/>.</param>
    /// <param name="alpha">One-sided error rate at each threshold, above 0 and at most 0.5.</param>
    /// <param name="bothSigns">Whether inverse ratios count too.</param>
    /// <returns>One value per threshold and ratio, those of ratio bound 0 left out; values may be negative.</returns>
    public static IReadOnlyList<double> OverThresholds(ScoreSample sample, Func<int, int, int, int, double, double> method, double alpha, bool bothSigns = false)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(method);
        MetricArguments.CheckLevel(alpha);
        int members = sample.Members;
        int nonMembers = sample.NonMembers;
        List<double> ratios = [];
        TieGroups groups = new(sample.MemberScores.Values, sample.NonMemberScores.Values);
        while (groups.MoveNext())
        {
            int fn = groups.MembersBelow + groups.MembersAt;
            int tn = groups.NonMembersBelow + groups.NonMembersAt;
            ratios.Add(method(members - fn, members, nonMembers - tn, nonMembers, alpha));
            ratios.Add(method(tn, nonMembers, fn, members, alpha));
            if (bothSigns)
            {
                ratios.Add(method(nonMembers - tn, nonMembers, members - fn, members, alpha));
                ratios.Add(method(fn, members, tn, nonMembers, alpha));
            }
        }

        return [.. ratios.Where(static r => r > 0).Select(static r => Math.Log(r)).OrderDescending()];
    }
}
