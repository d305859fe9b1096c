using System.Numerics.Tensors;
using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

/// <summary>Hands a batch to a function of one row.</summary>
internal static class RowScoring
{
    internal static ScoreBatch Outputs(int width, Func<double[], double[]> predict) => (batch, outputs) =>
    {
        if (batch.Records.Fields is not [{ } field])
        {
            throw new RowScoringException(FormattableString.Invariant(
                $"the records have {batch.Records.Fields.Count} fields, and rows of numbers come from one. Use the constructor of DelegateClassifier, which takes whole batches."));
        }

        for (int i = 0; i < batch.Count; i++)
        {
            var row = new double[field.Width];
            Convert(field, batch.Start + i, row);
            double[]? result = predict(row);
            if (result is null || result.Length != width)
            {
                throw new RowScoringException(FormattableString.Invariant(
                    $"the function gave {result?.Length ?? 0} outputs for record {batch.Start + i + 1} of the set being scored; {width} are needed, one per class."));
            }

            result.CopyTo(outputs[(i * width)..]);
        }
    };

    private static void Convert(RecordField field, int record, Span<double> row)
    {
        switch (field)
        {
            case RecordField<double> doubles:
                Row(doubles, record).CopyTo(row);
                break;
            case RecordField<float> floats:
                TensorPrimitives.ConvertTruncating(Row(floats, record), row);
                break;
            case RecordField<long> longs:
                TensorPrimitives.ConvertTruncating(Row(longs, record), row);
                break;
            case RecordField<byte> bytes:
                TensorPrimitives.ConvertTruncating(Row(bytes, record), row);
                break;
            default:
                throw new RowScoringException($"field '{field.Name}' holds text. Use the constructor of DelegateClassifier, which takes whole batches.");
        }
    }

    private static ReadOnlySpan<T> Row<T>(RecordField<T> field, int record)
        where T : notnull
        => field.Values.Span.Slice(record * field.Width, field.Width);
}
