namespace Paname.Attacks.Data;

/// <summary>The inputs of a model for a number of records: one or more <see cref="RecordField"/>s of equal count. Immutable.</summary>
public sealed class Records
{
    /// <summary>Gathers fields.</summary>
    /// <param name="fields">At least one field; equal counts, distinct names.</param>
    /// <exception cref="PanameDataException">No field, unequal counts or a repeated name.</exception>
    public Records(params IReadOnlyList<RecordField> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count == 0)
        {
            throw new PanameDataException("Records need at least one field of features.");
        }

        Fields = [.. fields];
        Count = fields[0].Count;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (RecordField field in fields)
        {
            if (field.Count != Count)
            {
                throw new PanameDataException($"Field '{field.Name}' holds {field.Count} records, field '{fields[0].Name}' {Count}.");
            }

            if (!names.Add(field.Name))
            {
                throw new PanameDataException($"Two fields are named '{field.Name}'.");
            }
        }
    }

    /// <summary>How many records there are.</summary>
    public int Count { get; }

    /// <summary>The fields, in the order given.</summary>
    public IReadOnlyList<RecordField> Fields { get; }

    /// <summary>One field of numbers named "features".</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="long"/> or <see cref="byte"/>.</typeparam>
    /// <param name="values">All values, row-major; not copied.</param>
    /// <param name="shape">The shape of one record, for example <c>26</c> or <c>1, 28, 28</c>.</param>
    /// <returns>The records.</returns>
    /// <exception cref="PanameDataException">The values are not a whole number of records, or hold NaN or an infinity.</exception>
    public static Records FromArray<T>(ReadOnlyMemory<T> values, params int[] shape)
        where T : notnull
        => new(new RecordField<T>("features", values, shape));

    /// <summary>A subset, or a reordering, of the records.</summary>
    /// <param name="indices">Zero-based record indices.</param>
    /// <returns>New records that hold copies.</returns>
    public Records Select(ReadOnlySpan<int> indices)
    {
        var selected = new RecordField[Fields.Count];
        for (int i = 0; i < selected.Length; i++)
        {
            selected[i] = Fields[i].Select(indices);
        }

        return new Records(selected);
    }

    /// <summary>These records, then others with the same fields.</summary>
    /// <param name="other">Records of fields with the same names, types and shapes, in the same order.</param>
    /// <returns>New records that hold copies.</returns>
    /// <exception cref="PanameDataException">The fields differ.</exception>
    public Records Concat(Records other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Fields.Count == Fields.Count
            ? new Records([.. Fields.Zip(other.Fields, (first, second) => first.Append(second))])
            : throw new PanameDataException($"Records of {Fields.Count} fields and records of {other.Fields.Count} cannot be joined.");
    }
}
