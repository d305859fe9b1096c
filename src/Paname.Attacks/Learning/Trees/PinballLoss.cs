namespace Paname.Attacks.Learning.Trees;

/// <summary>The loss whose minimum is a quantile (Koenker, Bassett: Regression Quantiles, 1978).</summary>
internal sealed class PinballLoss(double level) : IBoostingLoss
{
    public double Start(ReadOnlySpan<double> targets) => Quantile(targets.ToArray());

    public (double Gradient, double Weight) Step(double prediction, double target) => (target > prediction ? level : level - 1, 1);

    public double Loss(double prediction, double target) => target > prediction ? level * (target - prediction) : (1 - level) * (prediction - target);

    public double? LeafValue(Span<double> residuals) => Quantile(residuals);

    /// <summary>The quantile by linear interpolation between order statistics (Hyndman, Fan: Sample Quantiles in Statistical Packages, 1996, definition 7).</summary>
    private double Quantile(Span<double> values)
    {
        values.Sort();
        double position = level * (values.Length - 1);
        int below = (int)position;
        double lower = values[below];
        return below + 1 < values.Length ? lower + ((position - below) * (values[below + 1] - lower)) : lower;
    }
}
