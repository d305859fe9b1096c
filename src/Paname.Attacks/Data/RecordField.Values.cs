using System.Runtime.InteropServices;

namespace Paname.Attacks.Data;

/// <summary>A field with values of one type, row-major: record, then <see cref="RecordField.Shape"/>.</summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="long"/>, <see cref="byte"/> or <see cref="string"/>.</typeparam>
public sealed partial class RecordField<T> : RecordField
    where T : notnull
{
    /// <summary>Wraps values without copying them; do not change them afterwards.</summary>
    /// <param name="name">A model input or a column header.</param>
    /// <param name="values">All values, row-major.</param>
    /// <param name="shape">The shape of one record; empty for one value per record.</param>
    /// <param name="columns">A name for each value of a record, or <see langword="null"/>.</param>
    /// <exception cref="PanameDataException">The values are not a whole number of records, or hold NaN or an infinity.</exception>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is not one of the five supported types.</exception>
    public RecordField(string name, ReadOnlyMemory<T> values, IReadOnlyList<int> shape, IReadOnlyList<string>? columns = null)
        : base(name, shape, columns, values.Length)
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double) && typeof(T) != typeof(long) && typeof(T) != typeof(byte) && typeof(T) != typeof(string))
        {
            throw new ArgumentException($"Field '{name}' holds {typeof(T).Name} values; supported are float, double, long, byte and string.", nameof(values));
        }

        Values = values;
        if (typeof(T) == typeof(string) && values.Span.Contains(default!))
        {
            throw new PanameDataException($"Field '{name}', record {(values.Span.IndexOf(default(T)!) / Width) + 1}: a text is missing. Give a rule for missing values.");
        }

        int bad = FirstNonFinite(values.Span);
        if (bad >= 0)
        {
            string column = Columns is null ? $"value {(bad % Width) + 1}" : $"column '{Columns[bad % Width]}'";
            throw new PanameDataException(
                $"Field '{name}', record {(bad / Width) + 1}, {column}: not a finite number. Give a rule for missing values, or remove the record from both the training run and the audit.");
        }
    }

    /// <summary>All values, row-major.</summary>
    public ReadOnlyMemory<T> Values { get; }

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    internal override void AppendTo(ContentHash hash)
    {
        hash.Add(Name);
        hash.Add(typeof(T).Name);
        foreach (int size in Shape)
        {
            hash.Add(size);
        }

        Append(hash, Values.Span);
    }

    internal override void MixInto(RecordKeys keys)
    {
        if (typeof(T) == typeof(float))
        {
            keys.MixNumbers<float, int>(Reinterpret<float>(Values.Span), Width, int.MinValue);
        }
        else if (typeof(T) == typeof(double))
        {
            keys.MixNumbers<double, long>(Reinterpret<double>(Values.Span), Width, long.MinValue);
        }
        else if (typeof(T) == typeof(string))
        {
            keys.MixTexts((ReadOnlyMemory<string>)(object)Values, Width);
        }
        else
        {
            keys.MixBytes(Bytes(Values.Span));
        }
    }

    internal override bool IsSame(int record, RecordField other, int otherRecord)
        => Row(record).SequenceEqual(((RecordField<T>)other).Row(otherRecord), EqualityComparer<T>.Default);

    internal override RecordField Select(ReadOnlySpan<int> records)
    {
        var selected = new T[checked(records.Length * Width)];
        for (int i = 0; i < records.Length; i++)
        {
            Row(records[i]).CopyTo(selected.AsSpan(i * Width));
        }

        return new RecordField<T>(Name, selected, Shape, Columns);
    }

    private ReadOnlySpan<T> Row(int record) => Values.Span.Slice(record * Width, Width);

    private static void Append(ContentHash hash, ReadOnlySpan<T> values)
    {
        if (typeof(T) == typeof(string))
        {
            foreach (T value in values)
            {
                hash.Add((string)(object)value);
            }

            return;
        }

        hash.Add(Bytes(values));
    }

    private static ReadOnlySpan<byte> Bytes(ReadOnlySpan<T> values)
    {
        if (typeof(T) == typeof(float))
        {
            return MemoryMarshal.AsBytes(Reinterpret<float>(values));
        }

        if (typeof(T) == typeof(double))
        {
            return MemoryMarshal.AsBytes(Reinterpret<double>(values));
        }

        return typeof(T) == typeof(long) ? MemoryMarshal.AsBytes(Reinterpret<long>(values)) : Reinterpret<byte>(values);
    }

    private static int FirstNonFinite(ReadOnlySpan<T> values)
    {
        if (typeof(T) == typeof(float))
        {
            return Reinterpret<float>(values).IndexOfNonFinite();
        }

        return typeof(T) == typeof(double) ? Reinterpret<double>(values).IndexOfNonFinite() : -1;
    }

    private static ReadOnlySpan<TTo> Reinterpret<TTo>(ReadOnlySpan<T> values)
        where TTo : struct
        => MemoryMarshal.CreateReadOnlySpan(ref System.Runtime.CompilerServices.Unsafe.As<T, TTo>(ref MemoryMarshal.GetReference(values)), values.Length);
}
