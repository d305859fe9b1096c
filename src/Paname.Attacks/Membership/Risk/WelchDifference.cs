using Paname.Attacks.Metrics;

namespace Paname.Attacks.Membership.Risk;

/// <summary>The difference of two means with unequal variances (Welch, "The generalization of 'Student's' problem", 1947).</summary>
internal readonly record struct WelchDifference(double Value, double Variance, double DegreesOfFreedom)
{
    internal static WelchDifference Of(SampleMoments first, SampleMoments second)
    {
        double a = first.Variance / first.Count;
        double b = second.Variance / second.Count;
        // As shares of the variance: its square underflows for probabilities near 0.
        double share = a / (a + b);
        double rest = b / (a + b);
        return new(first.Mean - second.Mean, a + b, 1 / ((share * share / (first.Count - 1)) + (rest * rest / (second.Count - 1))));
    }

    /// <summary>Half the width of the interval at a one-sided level; the variance is above 0.</summary>
    internal double Half(double level) => Quantiles.StudentTUpper(level, DegreesOfFreedom) * Math.Sqrt(Variance);

    /// <summary>The p-value of "the difference is at most the limit"; the variance is above 0.</summary>
    internal double PValueAbove(double limit)
    {
        double t = (Value - limit) / Math.Sqrt(Variance);
        double square = t * t;
        double tail = IncompleteBeta.Lower(DegreesOfFreedom / 2, 0.5, DegreesOfFreedom / (DegreesOfFreedom + square), 1 / (1 + (DegreesOfFreedom / square))) / 2;
        return t > 0 ? tail : 1 - tail;
    }
}
