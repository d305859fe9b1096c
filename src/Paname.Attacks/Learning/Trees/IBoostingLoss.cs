namespace Paname.Attacks.Learning.Trees;

/// <summary>What gradient boosting needs of a loss.</summary>
internal interface IBoostingLoss
{
    /// <summary>The best constant.</summary>
    double Start(ReadOnlySpan<double> targets);

    /// <summary>Minus the first derivative, and the second (or 1), at a prediction.</summary>
    (double Gradient, double Weight) Step(double prediction, double target);

    /// <summary>The loss of a row, for early stopping.</summary>
    double Loss(double prediction, double target);

    /// <summary>The best constant to add in a leaf, given what its rows lack; <see langword="null"/> keeps the second-order step. May reorder the rows.</summary>
    double? LeafValue(Span<double> residuals);
}
