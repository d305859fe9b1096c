using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Paname.Attacks.Data;

namespace Paname.Onnx.Training.Checkpoints;

/// <summary>The identity of training records by their content, so that a checkpoint is not resumed on others.</summary>
internal static class RecordsHash
{
    internal static string Of(LabelledRecords? data)
    {
        if (data is null)
        {
            return "none";
        }

        var hash = new XxHash128();
        foreach (RecordField field in data.Records.Fields)
        {
            Add(hash, field.Name);
            Add(hash, field.ElementType.Name);
            Add(hash, string.Join(',', field.Shape));
            switch (field)
            {
                case RecordField<float> numbers:
                    hash.Append(MemoryMarshal.AsBytes(numbers.Values.Span));
                    break;
                case RecordField<double> numbers:
                    hash.Append(MemoryMarshal.AsBytes(numbers.Values.Span));
                    break;
                case RecordField<long> numbers:
                    hash.Append(MemoryMarshal.AsBytes(numbers.Values.Span));
                    break;
                case RecordField<byte> numbers:
                    hash.Append(numbers.Values.Span);
                    break;
                case RecordField<string> texts:
                    foreach (string text in texts.Values.Span)
                    {
                        Add(hash, text);
                    }

                    break;
            }
        }

        int[] labels = [.. data.Labels];
        hash.Append(MemoryMarshal.AsBytes(labels.AsSpan()));
        return hash.GetCurrentHashAsUInt128().ToString("x32", CultureInfo.InvariantCulture);
    }

    private static void Add(XxHash128 hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.Append(BitConverter.GetBytes(bytes.Length));
        hash.Append(bytes);
    }
}
