using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

public sealed partial class PrecomputedPredictions
{
    /// <summary>Takes the predictions of a regression of one value from memory; kept are its residuals, true value minus prediction.</summary>
    /// <param name="predicted">The predicted value of each record.</param>
    /// <param name="actual">The true value of each record, in the same unit and on the same scale.</param>
    /// <param name="member">Whether each record is a member.</param>
    /// <param name="options">Ids, groups and names.</param>
    /// <returns>The predictions, as <see cref="OutputKind.Residuals"/>.</returns>
    /// <exception cref="PanameDataException">Counts that differ, a value or a difference that is not finite, a side without records, an id that occurs twice.</exception>
    public static PrecomputedPredictions FromRegression(ReadOnlyMemory<double> predicted, ReadOnlyMemory<double> actual, IReadOnlyList<bool> member, PredictionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(member);
        const string Name = "predictions";
        return new(new PredictionTable(
            Name,
            OutputKind.Residuals,
            1,
            Named.In(options?.Name ?? Name, () => RegressionResiduals.Of(predicted.Span, actual.Span)),
            member,
            null,
            options ?? new PredictionOptions()));
    }

    /// <summary>Reads the predictions of a regression of one value from a CSV file with one line per record; kept are its residuals, true value minus prediction.</summary>
    /// <param name="path">The file; see <see cref="ProjectPath.Resolve(string)"/>.</param>
    /// <param name="predicted">The column of predicted values.</param>
    /// <param name="actual">The column of true values, in the same unit and on the same scale.</param>
    /// <param name="member">The column that tells members from non-members: 1/0 or true/false, or texts with <see cref="PredictionCsvOptions.MemberMap"/>.</param>
    /// <param name="options">Ids, groups and the rest; a regression needs no label column.</param>
    /// <returns>The predictions, as <see cref="OutputKind.Residuals"/>.</returns>
    /// <exception cref="PanameDataException">A file that is missing or malformed, a value that cannot be read or is not finite, a side without records;
    /// the message names file, line and column, never a value.</exception>
    public static PrecomputedPredictions FromRegressionCsv(string path, string predicted, string actual, string member, PredictionCsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(predicted);
        ArgumentException.ThrowIfNullOrEmpty(actual);
        ArgumentException.ThrowIfNullOrEmpty(member);
        return new(PredictionCsvReader.Read(path, OutputKind.Residuals, [predicted], actual, member, options ?? new PredictionCsvOptions()));
    }
}
