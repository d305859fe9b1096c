namespace Paname.Attacks.Learning;

/// <summary>The logistic function and its loss, without overflow.</summary>
internal static class Logistic
{
    internal static double Probability(double logOdds)
    {
        double e = Math.Exp(-Math.Abs(logOdds));
        return (logOdds >= 0 ? 1 : e) / (1 + e);
    }

    /// <summary>-log of the probability of the observed class, target 0 or 1.</summary>
    internal static double Loss(double logOdds, double target)
        => Math.Max(logOdds, 0) - (logOdds * target) + Math.Log(1 + Math.Exp(-Math.Abs(logOdds)));
}
