using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>Signals of regressions, for shadow models that were trained and asked elsewhere.</summary>
/// <example>
/// With predictions of the target and of 16 shadow models on the audited records, members first:
/// <code>
/// var observations = new ShadowObservations(
///     RegressionSignals.Of(actual, targetPredictions, models: 1),
///     RegressionSignals.Of(actual, shadowPredictions, models: 16),
///     inclusion);
/// </code>
/// </example>
public static class RegressionSignals
{
    /// <summary>The residuals of one or more models, true value minus prediction, on the scale <see cref="SignalScale.Residual"/>.</summary>
    /// <param name="actual">The true value of each record; 1 record at least.</param>
    /// <param name="predicted">Row-major, records x models: the predicted values, in the unit of the true ones.</param>
    /// <param name="models">How many models there are, 1 at least.</param>
    /// <returns>Signals of records x models x 1 view.</returns>
    /// <exception cref="PanameDataException">Another number of predictions, or a value or difference that is not finite; the message names the record.</exception>
    public static ShadowSignals Of(ReadOnlySpan<double> actual, ReadOnlySpan<double> predicted, int models)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(models, 1);
        double[] residuals = RegressionResiduals.Of(predicted, actual, models);
        return new ShadowSignals(SignalScale.Residual, actual.Length, models, 1, residuals);
    }
}
