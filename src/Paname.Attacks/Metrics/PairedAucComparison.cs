namespace Paname.Attacks.Metrics;

/// <summary>The difference of two AUCs measured on the same records.</summary>
/// <param name="FirstAuc">AUC of the first scores.</param>
/// <param name="SecondAuc">AUC of the second scores.</param>
/// <param name="Variance">Variance of the difference.</param>
/// <param name="Z">Difference over its standard error; 0 when there is no difference, infinite when there is one without variance.</param>
/// <param name="PValue">Two-sided normal p-value.</param>
public readonly record struct PairedAucComparison(double FirstAuc, double SecondAuc, double Variance, double Z, double PValue)
{
    /// <summary>First minus second AUC.</summary>
    public double Difference => FirstAuc - SecondAuc;
}
