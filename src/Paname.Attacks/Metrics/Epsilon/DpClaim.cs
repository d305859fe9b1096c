namespace Paname.Attacks.Metrics;

/// <summary>
/// A claim of (epsilon, delta) differential privacy, and what it allows an attacker. The measured rates may be held against it only when membership was assigned at
/// random: a shift between members and non-members is no leak (Humphries and others: "Investigating membership inference attacks under data dependencies", 2023).
/// </summary>
public sealed record DpClaim
{
    /// <summary>A claim.</summary>
    /// <param name="epsilon">Epsilon, 0 or more.</param>
    /// <param name="delta">Delta, from 0 to 1.</param>
    public DpClaim(double epsilon, double delta)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        ArgumentOutOfRangeException.ThrowIfEqual(epsilon, double.NaN);
        MetricArguments.CheckFraction(delta);
        (Epsilon, Delta) = (epsilon, delta);
    }

    /// <summary>Epsilon, 0 or more.</summary>
    public double Epsilon { get; }

    /// <summary>Delta, from 0 to 1.</summary>
    public double Delta { get; }

    /// <summary>The largest advantage TPR - FPR, see <see cref="EpsilonBound.MaximalAdvantage"/>.</summary>
    public double MaximalAdvantage => EpsilonBound.MaximalAdvantage(Epsilon, Delta);

    /// <summary>The largest true positive rate at a false positive rate.</summary>
    /// <param name="fpr">The false positive rate, from 0 to 1.</param>
    /// <returns>The smaller of e^epsilon FPR + delta and 1 - e^-epsilon (1 - delta - FPR), from 0 to 1.</returns>
    public double MaximalTprAt(double fpr)
    {
        MetricArguments.CheckFraction(fpr);
        double low = fpr == 0 ? Delta : (Math.Exp(Epsilon) * fpr) + Delta;
        return Math.Clamp(Math.Min(low, 1 - (Math.Exp(-Epsilon) * (1 - Delta - fpr))), 0, 1);
    }

    /// <summary>Whether a measured advantage refutes the claim, at the error rate of its lower bound.</summary>
    /// <param name="advantage">An advantage with bounds, see <see cref="Advantage"/>.</param>
    /// <returns>Whether the lower bound lies above <see cref="MaximalAdvantage"/>; <see langword="false"/> is no evidence for the claim.</returns>
    public bool IsRefutedByAdvantage(BoundedEstimate advantage) => advantage.Lower > MaximalAdvantage;

    /// <summary>Whether a measured true positive rate refutes the claim, at the error rate of its lower bound.</summary>
    /// <param name="tpr">A true positive rate with bounds, see <see cref="TprAtFpr"/>.</param>
    /// <param name="fpr">The false positive rate it belongs to, from 0 to 1.</param>
    /// <returns>Whether the lower bound lies above <see cref="MaximalTprAt"/>; <see langword="false"/> is no evidence for the claim.</returns>
    public bool IsRefutedByTpr(BoundedEstimate tpr, double fpr) => tpr.Lower > MaximalTprAt(fpr);
}
