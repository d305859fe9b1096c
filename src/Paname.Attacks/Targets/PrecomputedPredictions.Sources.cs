using Paname.Attacks.Data;
using Paname.Attacks.Data.Arrays;

namespace Paname.Attacks.Targets;

public sealed partial class PrecomputedPredictions
{
    /// <summary>Reads predictions from a CSV file with one line per record.</summary>
    /// <param name="path">The file; see <see cref="ProjectPath.Resolve(string)"/>.</param>
    /// <param name="kind">What the output columns hold.</param>
    /// <param name="outputs">The output columns in the order of the classes; a single column for labels, for losses and for residuals.</param>
    /// <param name="member">The column that tells members from non-members: 1/0 or true/false, or texts with <see cref="PredictionCsvOptions.MemberMap"/>.</param>
    /// <param name="options">The label column and the rest.</param>
    /// <returns>The predictions.</returns>
    /// <exception cref="PanameDataException">A file that is missing or malformed, a value that cannot be read or is not finite, a side without records;
    /// the message names file, line and column, never a value.</exception>
    public static PrecomputedPredictions FromCsv(string path, OutputKind kind, IReadOnlyList<string> outputs, string member, PredictionCsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentException.ThrowIfNullOrEmpty(member);
        RequireColumns(kind, outputs.Count, nameof(outputs));
        return new(PredictionCsvReader.Read(path, kind, outputs, null, member, options ?? new PredictionCsvOptions()));
    }

    /// <summary>Reads predictions from NPY files; all arrays are in one order.</summary>
    /// <param name="kind">What the outputs are.</param>
    /// <param name="outputs">The file of outputs: [records, classes], or [records] for labels, losses and residuals.</param>
    /// <param name="labels">The file of true labels, [records]; <see langword="null"/> is allowed for losses and residuals only.</param>
    /// <param name="member">The file of membership, [records]: bool, or 1 for members and 0 for non-members.</param>
    /// <param name="options">Ids, groups and names.</param>
    /// <returns>The predictions.</returns>
    /// <exception cref="PanameDataException">A file that is missing, damaged or of another type, counts that differ, a value that is not finite, a side without records.</exception>
    public static PrecomputedPredictions FromNpy(OutputKind kind, string outputs, string? labels, string member, PredictionOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(outputs);
        return new(PredictionArrays.Table(
            kind, NpyFile.Read(outputs), labels is null ? null : NpyFile.Read(labels), NpyFile.Read(member), options ?? new PredictionOptions()));
    }

    /// <summary>Reads predictions from the arrays of an NPZ archive, as <see cref="FromNpy"/> does.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="kind">What the outputs are.</param>
    /// <param name="outputs">The name of the array of outputs.</param>
    /// <param name="labels">The name of the array of true labels; <see langword="null"/> is allowed for losses and residuals only.</param>
    /// <param name="member">The name of the array of membership.</param>
    /// <param name="options">Ids, groups and names.</param>
    /// <returns>The predictions.</returns>
    /// <exception cref="PanameDataException">An archive or array that is missing, damaged or of another type, counts that differ, a value that is not finite, a side without records.</exception>
    public static PrecomputedPredictions FromNpz(string path, OutputKind kind, string outputs, string? labels, string member, PredictionOptions? options = null)
    {
        using var file = new NpzFile(path);
        return new(PredictionArrays.Table(kind, file.Read(outputs), labels is null ? null : file.Read(labels), file.Read(member), options ?? new PredictionOptions()));
    }

    /// <summary>Takes predictions from memory; they are copied.</summary>
    /// <param name="kind">What the outputs are.</param>
    /// <param name="classes">How many classes the model tells apart; 1 if unknown, which only losses and residuals allow.</param>
    /// <param name="outputs">Row-major, records x classes, or one per record for labels, losses and residuals.</param>
    /// <param name="member">Whether each record is a member.</param>
    /// <param name="labels">The true class of each record, from 0; <see langword="null"/> is allowed for losses and residuals only.</param>
    /// <param name="options">Ids, groups and names.</param>
    /// <returns>The predictions.</returns>
    /// <exception cref="PanameDataException">Counts that differ, a value that is not finite, a side without records, an id that occurs twice.</exception>
    public static PrecomputedPredictions FromArrays(
        OutputKind kind,
        int classes,
        ReadOnlyMemory<double> outputs,
        IReadOnlyList<bool> member,
        IReadOnlyList<int>? labels,
        PredictionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, TargetOutputs.LeastClasses(kind));
        return new(new PredictionTable("predictions", kind, classes, outputs, member, labels, options ?? new PredictionOptions()));
    }

    private static void RequireColumns(OutputKind kind, int columns, string parameter)
    {
        bool single = TargetOutputs.IsSingle(kind);
        if (single ? columns != 1 : columns < 2)
        {
            throw new ArgumentException(
                single ? $"{kind} are a single column." : $"{kind} need a column for each class, at least 2; for a single probability p give the columns 1 - p and p.", parameter);
        }
    }
}
