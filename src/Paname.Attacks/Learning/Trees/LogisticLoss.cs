namespace Paname.Attacks.Learning.Trees;

/// <summary>Log loss of log-odds, targets 0 and 1.</summary>
internal sealed class LogisticLoss : IBoostingLoss
{
    public double Start(ReadOnlySpan<double> targets)
    {
        double mean = 0;
        foreach (double target in targets)
        {
            mean += target / targets.Length;
        }

        return Math.Log(mean / (1 - mean));
    }

    public (double Gradient, double Weight) Step(double prediction, double target)
    {
        double p = Logistic.Probability(prediction);
        // Certain rows weigh nothing; the floor keeps a leaf of them from an unbounded step.
        return (target - p, Math.Max(p * (1 - p), 1e-6));
    }

    public double Loss(double prediction, double target) => Logistic.Loss(prediction, target);

    public double? LeafValue(Span<double> residuals) => null;
}
