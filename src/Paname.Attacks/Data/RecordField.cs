namespace Paname.Attacks.Data;

/// <summary>One named array of values for every record of a <see cref="Records"/>: a matrix of features, an image, a column of text.</summary>
public abstract partial class RecordField
{
    private protected RecordField(string name, IReadOnlyList<int> shape, IReadOnlyList<string>? columns, int length)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(shape);
        Name = name;
        Shape = [.. shape];
        Width = 1;
        foreach (int size in Shape)
        {
            if (size <= 0)
            {
                throw new PanameDataException($"Field '{name}' has a shape with a dimension of {size}; every dimension of a record must be at least 1.");
            }

            Width = checked(Width * size);
        }

        if (length % Width != 0)
        {
            throw new PanameDataException($"Field '{name}' holds {length} values, which is not a whole number of records of {Width} values.");
        }

        if (columns is not null && columns.Count != Width)
        {
            throw new PanameDataException($"Field '{name}' has {columns.Count} column names for records of {Width} values.");
        }

        Count = length / Width;
        Columns = columns is null ? null : [.. columns];
    }

    /// <summary>The field's name: a model input or a column header.</summary>
    public string Name { get; }

    /// <summary>The shape of one record, without the batch dimension; empty for one value per record.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Values per record: the product of <see cref="Shape"/>.</summary>
    public int Width { get; }

    /// <summary>How many records the field holds.</summary>
    public int Count { get; }

    /// <summary>The name of each value of a record, <see cref="Width"/> of them, or <see langword="null"/>.</summary>
    public IReadOnlyList<string>? Columns { get; }

    /// <summary>The type of the values: <see cref="float"/>, <see cref="double"/>, <see cref="long"/>, <see cref="byte"/> or <see cref="string"/>.</summary>
    public abstract Type ElementType { get; }

    internal abstract void AppendTo(ContentHash hash);

    /// <summary>Mixes each record's values into its keys.</summary>
    internal abstract void MixInto(RecordKeys keys);

    /// <summary>Whether two records have equal values; the other field has this one's type and width.</summary>
    internal abstract bool IsSame(int record, RecordField other, int otherRecord);

    internal abstract RecordField Select(ReadOnlySpan<int> records);
}
