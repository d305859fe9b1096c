using System.Numerics;

namespace Paname.Attacks.Data;

public sealed partial class RecordField<T>
{
    internal override void CopyNumbersTo(Span<double> matrix, int offset, int stride)
    {
        switch (this)
        {
            case RecordField<float> field:
                Copy(field, matrix, offset, stride);
                break;
            case RecordField<double> field:
                Copy(field, matrix, offset, stride);
                break;
            case RecordField<long> field:
                Copy(field, matrix, offset, stride);
                break;
            case RecordField<byte> field:
                Copy(field, matrix, offset, stride);
                break;
            default:
                throw new PanameDataException($"Field '{Name}' holds text, not numbers.");
        }
    }

    internal override RecordField WithNumbers(ReadOnlySpan<double> matrix, int offset, int stride) => this switch
    {
        RecordField<float> field => With(field, matrix, offset, stride, static value => (float)value),
        RecordField<double> field => With(field, matrix, offset, stride, static value => value),
        RecordField<long> field => With(field, matrix, offset, stride, static value => long.CreateSaturating(Math.Round(value))),
        RecordField<byte> field => With(field, matrix, offset, stride, static value => byte.CreateSaturating(Math.Round(value))),
        _ => throw new PanameDataException($"Field '{Name}' holds text, not numbers."),
    };

    internal override RecordField Append(RecordField other)
    {
        if (other is not RecordField<T> same || other.Name != Name || !other.Shape.SequenceEqual(Shape))
        {
            throw new PanameDataException($"Field '{Name}' and field '{other.Name}' differ in name, type or shape.");
        }

        var values = new T[Values.Length + same.Values.Length];
        Values.CopyTo(values);
        same.Values.CopyTo(values.AsMemory(Values.Length));
        return new RecordField<T>(Name, values, Shape, Columns);
    }

    private static void Copy<TNumber>(RecordField<TNumber> field, Span<double> matrix, int offset, int stride)
        where TNumber : struct, INumber<TNumber>
    {
        ReadOnlySpan<TNumber> values = field.Values.Span;
        for (int record = 0; record < field.Count; record++)
        {
            for (int i = 0; i < field.Width; i++)
            {
                matrix[(record * stride) + offset + i] = double.CreateChecked(values[(record * field.Width) + i]);
            }
        }
    }

    private static RecordField<TNumber> With<TNumber>(RecordField<TNumber> field, ReadOnlySpan<double> matrix, int offset, int stride, Func<double, TNumber> convert)
        where TNumber : struct
    {
        int count = matrix.Length / stride;
        var values = new TNumber[count * field.Width];
        for (int record = 0; record < count; record++)
        {
            for (int i = 0; i < field.Width; i++)
            {
                double value = matrix[(record * stride) + offset + i];
                values[(record * field.Width) + i] = double.IsFinite(value)
                    ? convert(value)
                    : throw new PanameDataException(FormattableString.Invariant($"Field '{field.Name}', record {record + 1}: a number that is not finite."));
            }
        }

        return new RecordField<TNumber>(field.Name, values, field.Shape, field.Columns);
    }
}
