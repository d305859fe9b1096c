namespace Paname.Attacks.Data;

/// <summary>Records of numbers as rows of float64, whatever their fields: for attacks and controls that learn from features or change them.</summary>
public sealed class FeatureMatrix
{
    private readonly Records _template;
    private readonly double[] _values;

    private FeatureMatrix(Records records, double[] values, int width)
    {
        _template = records;
        _values = values;
        Width = width;
        Count = records.Count;
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>Numbers per row: the values of all fields, in the order of the fields.</summary>
    public int Width { get; }

    /// <summary>All numbers, row-major.</summary>
    public ReadOnlyMemory<double> Values => _values;

    /// <summary>Why records cannot be read as rows of numbers, as "needs ...", or <see langword="null"/> when they can.</summary>
    /// <param name="records">The records.</param>
    /// <returns>The reason, or <see langword="null"/>.</returns>
    public static string? Unavailable(Records records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Fields.FirstOrDefault(field => field.ElementType == typeof(string)) is { } text ? $"needs records of numbers; field '{text.Name}' holds text" : null;
    }

    /// <summary>How many numbers describe a record.</summary>
    /// <param name="records">The records.</param>
    /// <returns>The sum of the fields' widths.</returns>
    public static int WidthOf(Records records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Fields.Sum(field => field.Width);
    }

    /// <summary>Reads records as rows.</summary>
    /// <param name="records">Records without text.</param>
    /// <returns>A copy of their numbers.</returns>
    /// <exception cref="PanameDataException">A field holds text.</exception>
    public static FeatureMatrix Of(Records records)
    {
        if (Unavailable(records) is { } reason)
        {
            throw new PanameDataException($"A feature matrix {reason}.");
        }

        int width = WidthOf(records);
        var values = new double[checked(records.Count * width)];
        int offset = 0;
        foreach (RecordField field in records.Fields)
        {
            field.CopyNumbersTo(values, offset, width);
            offset += field.Width;
        }

        return new FeatureMatrix(records, values, width);
    }

    /// <summary>One row.</summary>
    /// <param name="record">Zero-based.</param>
    /// <returns>A view of <see cref="Width"/> numbers.</returns>
    public ReadOnlySpan<double> Row(int record) => _values.AsSpan(record * Width, Width);

    /// <summary>Rows as records with the fields, types and shapes of the ones this matrix was read from; whole-number types are rounded to the nearest value they hold.</summary>
    /// <param name="rows">Row-major, any number of rows of <see cref="Width"/>; finite.</param>
    /// <returns>New records.</returns>
    /// <exception cref="PanameDataException">Not a whole number of rows, or a number that is not finite.</exception>
    public Records ToRecords(ReadOnlySpan<double> rows)
    {
        if (rows.Length % Width != 0)
        {
            throw new PanameDataException(FormattableString.Invariant($"{rows.Length} numbers are not a whole number of rows of {Width}."));
        }

        var fields = new RecordField[_template.Fields.Count];
        int offset = 0;
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = _template.Fields[i].WithNumbers(rows, offset, Width);
            offset += _template.Fields[i].Width;
        }

        return new Records(fields);
    }
}
