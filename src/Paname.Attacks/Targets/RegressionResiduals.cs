using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

/// <summary>Residuals of a regression, true value minus prediction, of one model or of several.</summary>
internal static class RegressionResiduals
{
    /// <summary>Subtracts the predictions of one or more models from the true value of each record.</summary>
    /// <param name="predicted">Row-major: records x models.</param>
    /// <param name="actual">One per record.</param>
    /// <param name="models">How many models there are.</param>
    internal static double[] Of(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual, int models = 1)
    {
        if (predicted.Length != (long)actual.Length * models)
        {
            throw new PanameDataException(FormattableString.Invariant($"{predicted.Length} predictions for {actual.Length} true values; {models} per record are needed."));
        }

        var residuals = new double[predicted.Length];
        for (int i = 0; i < residuals.Length; i++)
        {
            int record = i / models;
            residuals[i] = actual[record] - predicted[i];
            if (!double.IsFinite(residuals[i]))
            {
                string what = !double.IsFinite(actual[record]) ? "true value" : !double.IsFinite(predicted[i]) ? "prediction" : "residual";
                throw new PanameDataException(FormattableString.Invariant($"The {what} of record {record + 1} is not a finite number. Nothing is filtered: mend the export."));
            }
        }

        return residuals;
    }
}
