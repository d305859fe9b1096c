namespace Paname.Testing;

/// <summary>Plans comparisons with a baseline by normal approximation: what they can see, and how many records that takes. One gated metric, no anchor apart from the baseline; further
/// gated metrics and an anchor that differs cost some power.</summary>
public static class BaselinePower
{
    /// <summary>The smallest true worsening that a later run would show as worse four times in five.</summary>
    /// <param name="accepted">What is accepted; its standard error stands for that of the later run too.</param>
    /// <param name="pairedStandardError">The standard error of the difference where the previous model is scored beside the new one; otherwise <see langword="null"/>.</param>
    /// <returns>The worsening, in units of the metric.</returns>
    public static double MinimalDetectableEffect(BaselineMetric accepted, double? pairedStandardError = null) => Later(accepted, pairedStandardError).Mde;

    /// <summary>The probability that a later run of this true worsening is found worse.</summary>
    /// <param name="accepted">What is accepted; its standard error stands for that of the later run too.</param>
    /// <param name="worsening">The true worsening, 0 or more, in units of the metric.</param>
    /// <param name="pairedStandardError">The standard error of the difference where the previous model is scored beside the new one; otherwise <see langword="null"/>.</param>
    /// <returns>A probability from 0.05 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The worsening is negative.</exception>
    public static double Power(BaselineMetric accepted, double worsening, double? pairedStandardError = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(worsening);
        return Later(accepted, pairedStandardError).PowerAt(worsening);
    }

    /// <summary>Members, and as many non-members, at which a single training on both sides, compared unpaired, shows a worsening of the margin four times in five.</summary>
    /// <param name="measured">A metric measured on some records; its standard error is scaled.</param>
    /// <param name="margin">The margin, above 0 and at most 0.5.</param>
    /// <returns>Records per side, or <see langword="null"/> when no number suffices, since the luck of training seeds alone hides the margin.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The margin lies outside its range.</exception>
    public static int? RecordsPerSide(BaselineMetric measured, double margin)
    {
        ArgumentNullException.ThrowIfNull(measured);
        double perPair = measured.StandardError * measured.StandardError / ((1.0 / measured.Members) + (1.0 / measured.NonMembers));
        return PerSide(2 * perPair, margin);
    }

    /// <summary>As for a measured metric, before anything is measured: for an AUC near one half, whose variance is 1 / 6n (Mann and Whitney, "On a test of whether one of two random variables
    /// is stochastically larger than the other", 1947).</summary>
    /// <param name="margin">The margin, above 0 and at most 0.5.</param>
    /// <returns>Records per side, or <see langword="null"/> when no number suffices.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The margin lies outside its range.</exception>
    public static int? RecordsPerSide(double margin) => PerSide(1 / 6.0, margin);

    private static int? PerSide(double varianceTimesRecords, double margin)
    {
        if (!(margin is > 0 and <= .5))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), "The margin lies above 0 and at most at 0.5.");
        }

        double standardError = margin / new DifferenceTest(0, 1, null).Mde;
        double left = (standardError * standardError) - (2 * DifferenceTest.FewSeedDeviation * DifferenceTest.FewSeedDeviation);
        double records = Math.Ceiling(2 * varianceTimesRecords / left);
        return left > 0 && records < int.MaxValue ? Math.Max(1, (int)records) : null;
    }

    private static DifferenceTest Later(BaselineMetric accepted, double? pairedStandardError)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        double variance = pairedStandardError is { } paired ? paired * paired : 2 * accepted.StandardError * accepted.StandardError;
        return DifferenceTest.Of(0, accepted.Retrainings.Count, accepted.Retrainings.StandardDeviation, variance, sameRecords: true);
    }
}
