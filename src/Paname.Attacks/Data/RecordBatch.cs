namespace Paname.Attacks.Data;

/// <summary>A run of consecutive records handed to a target; a view, nothing is copied.</summary>
public readonly record struct RecordBatch
{
    /// <summary>Views <paramref name="count"/> records from <paramref name="start"/>.</summary>
    /// <param name="records">The records.</param>
    /// <param name="start">Zero-based index of the first record.</param>
    /// <param name="count">How many records.</param>
    public RecordBatch(Records records, int start, int count)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + count, records.Count, nameof(count));
        Records = records;
        Start = start;
        Count = count;
    }

    /// <summary>The records the batch is a part of.</summary>
    public Records Records { get; }

    /// <summary>Zero-based index of the first record of the batch.</summary>
    public int Start { get; }

    /// <summary>How many records the batch holds.</summary>
    public int Count { get; }

    /// <summary>The batch's values of one field: <see cref="Count"/> x <see cref="RecordField.Width"/>, row-major.</summary>
    /// <typeparam name="T">The field's type of values.</typeparam>
    /// <param name="field">A field of <see cref="Records"/>.</param>
    /// <returns>A view of the values.</returns>
    public ReadOnlyMemory<T> Values<T>(RecordField<T> field)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Values.Slice(Start * field.Width, Count * field.Width);
    }
}
