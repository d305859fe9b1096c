using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

/// <summary>A target's outputs for a number of records, in float64, checked: finite, and probabilities that are probabilities.</summary>
public sealed class TargetOutputs
{
    /// <summary>Wraps outputs without copying them; do not change them afterwards.</summary>
    /// <param name="kind">What the values are.</param>
    /// <param name="classes">Classes of the model, at least 2; 1 is allowed for <see cref="OutputKind.Losses"/> of an unknown number of classes, and is what <see cref="OutputKind.Residuals"/> have.</param>
    /// <param name="values">Row-major, records x <paramref name="classes"/>; one per record for labels, losses and residuals.</param>
    /// <param name="recordName">Names a record by its zero-based index in messages; by default "record N", counted from 1.</param>
    /// <exception cref="PanameDataException">A NaN or infinity, a row of probabilities that does not sum to 1, a label that is no class;
    /// the message names the record and the class.</exception>
    public TargetOutputs(OutputKind kind, int classes, ReadOnlyMemory<double> values, Func<int, string>? recordName = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, LeastClasses(kind));
        Kind = kind;
        Classes = classes;
        Width = WidthOf(kind, classes);
        if (values.Length % Width != 0)
        {
            throw new PanameDataException($"{values.Length} outputs are not a whole number of rows of {Width}.");
        }

        Values = values;
        OutputsCheck.Check(this, recordName ?? (index => FormattableString.Invariant($"record {index + 1}")));
    }

    /// <summary>What the values are.</summary>
    public OutputKind Kind { get; }

    /// <summary>How many classes the model tells apart.</summary>
    public int Classes { get; }

    /// <summary>Values per record: <see cref="Classes"/>, or 1 for labels, losses and residuals.</summary>
    public int Width { get; }

    /// <summary>The outputs, row-major.</summary>
    public ReadOnlyMemory<double> Values { get; }

    /// <summary>How many records there are.</summary>
    public int Count => Values.Length / Width;

    /// <summary>The outputs of one record.</summary>
    /// <param name="record">Zero-based index.</param>
    /// <returns>A view of <see cref="Width"/> values.</returns>
    public ReadOnlySpan<double> Row(int record) => Values.Span.Slice(record * Width, Width);

    internal static int WidthOf(OutputKind kind, int classes) => IsSingle(kind) ? 1 : classes;

    /// <summary>Whether there is one number per record, not one per class.</summary>
    internal static bool IsSingle(OutputKind kind) => kind is OutputKind.LabelsOnly or OutputKind.Losses or OutputKind.Residuals;

    /// <summary>Whether records can be audited without their true classes.</summary>
    internal static bool NeedsNoLabels(OutputKind kind) => kind is OutputKind.Losses or OutputKind.Residuals;

    internal static int LeastClasses(OutputKind kind) => NeedsNoLabels(kind) ? 1 : 2;
}
