namespace Paname.Attacks.Learning;

/// <summary>Options of <see cref="Learners.LogisticRegression"/>.</summary>
public sealed record LogisticRegressionOptions
{
    /// <summary>The penalty: this times half the squared norm of the weights is added to the summed log loss, the intercept left free; above 0, default 1.
    /// A penalty above 0 keeps the weights finite where the classes separate.</summary>
    public double Penalty { get; init => field = OptionRange.Above(value, 0); } = 1;

    /// <summary>Newton steps at most; 1 or more, default 100. Some ten are needed.</summary>
    public int MaxIterations { get; init => field = OptionRange.Within(value, 1); } = 100;
}
