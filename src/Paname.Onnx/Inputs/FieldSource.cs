using System.Numerics;
using Paname.Attacks.Data;

namespace Paname.Onnx.Inputs;

/// <summary>A field of numbers, or one column of it, in the type the model takes.</summary>
internal sealed class FieldSource<TFrom, TTo>(ModelInput input, RecordField<TFrom> field, int? column, int offset) : ValueSource<TTo>
    where TFrom : struct, INumber<TFrom>
    where TTo : struct, INumber<TTo>
{
    internal override bool TryView(RecordBatch chunk, out ReadOnlyMemory<TTo> values)
    {
        values = default;
        if (column is not null || field is not RecordField<TTo> same)
        {
            return false;
        }

        values = chunk.Values(same);
        return true;
    }

    internal override void Fill(RecordBatch chunk, Span<TTo> target)
    {
        ReadOnlySpan<TFrom> values = chunk.Values(field).Span;
        int stride = column is null ? 1 : field.Width;
        for (int from = column ?? 0, to = 0; from < values.Length; from += stride, to++)
        {
            if (!ExactNumber.TryConvert(values[from], out target[to]))
            {
                throw Inexact(offset + chunk.Start + (from / field.Width) + 1, from % field.Width);
            }
        }
    }

    private PanameDataException Inexact(int record, int position)
    {
        string where = field.Columns is { } columns ? $"column '{columns[position]}'" : FormattableString.Invariant($"value {position + 1}");
        return new PanameDataException(FormattableString.Invariant(
            $"{input.Model}: {input.Title} cannot hold the number in field '{field.Name}', record {record}, {where} exactly. Check that the column belongs to this input, or export the model with a wider input type."));
    }
}
