namespace Paname.Attacks.Metrics;

/// <summary>Confidence intervals of a proportion.</summary>
public static class BinomialInterval
{
    /// <summary>The exact two-sided interval of Clopper and Pearson (1934).</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">1 at least.</param>
    /// <param name="confidence">In (0, 1), as 0.95; the rest is shared by the two sides.</param>
    /// <returns>The limits.</returns>
    public static (double Lower, double Upper) ClopperPearson(int successes, int trials, double confidence)
    {
        double level = SideLevel(successes, trials, confidence);
        return (ClopperPearsonLower(successes, trials, level), ClopperPearsonUpper(successes, trials, level));
    }

    /// <summary>The one-sided lower limit of Clopper and Pearson.</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">1 at least.</param>
    /// <param name="level">Error rate, above 0 and at most 0.5.</param>
    /// <returns>The limit; 0 without a success.</returns>
    public static double ClopperPearsonLower(int successes, int trials, double level)
    {
        Check(successes, trials, level);
        return successes == 0 ? 0 : BetaQuantile.Lower(level, successes, trials - successes + 1.0);
    }

    /// <summary>The one-sided upper limit of Clopper and Pearson.</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">1 at least.</param>
    /// <param name="level">Error rate, above 0 and at most 0.5.</param>
    /// <returns>The limit; 1 without a failure.</returns>
    public static double ClopperPearsonUpper(int successes, int trials, double level)
    {
        Check(successes, trials, level);
        return TprPlan.UpperBound(successes, trials, level);
    }

    /// <summary>The two-sided score interval of Wilson (1927).</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">1 at least.</param>
    /// <param name="confidence">In (0, 1), as 0.95.</param>
    /// <returns>The limits.</returns>
    public static (double Lower, double Upper) Wilson(int successes, int trials, double confidence)
    {
        double level = SideLevel(successes, trials, confidence);
        return NewcombeDifference.Wilson((double)successes / trials, trials, Quantiles.NormalUpper(level));
    }

    /// <summary>The one-sided lower limit of Wilson.</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">1 at least.</param>
    /// <param name="level">Error rate, above 0 and at most 0.5.</param>
    /// <returns>The limit.</returns>
    public static double WilsonLower(int successes, int trials, double level)
    {
        Check(successes, trials, level);
        return NewcombeDifference.Wilson((double)successes / trials, trials, Quantiles.NormalUpper(level)).Lower;
    }

    /// <summary>The one-sided upper limit of Wilson.</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">1 at least.</param>
    /// <param name="level">Error rate, above 0 and at most 0.5.</param>
    /// <returns>The limit.</returns>
    public static double WilsonUpper(int successes, int trials, double level)
    {
        Check(successes, trials, level);
        return NewcombeDifference.Wilson((double)successes / trials, trials, Quantiles.NormalUpper(level)).Upper;
    }

    private static double SideLevel(int successes, int trials, double confidence)
    {
        MetricArguments.CheckCounts(successes, trials);
        MetricArguments.CheckInside(confidence, 0, 1);
        return (1 - confidence) / 2;
    }

    private static void Check(int successes, int trials, double level)
    {
        MetricArguments.CheckCounts(successes, trials);
        MetricArguments.CheckLevel(level);
    }
}
