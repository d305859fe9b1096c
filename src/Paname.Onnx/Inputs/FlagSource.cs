using System.Runtime.InteropServices;
using Paname.Attacks.Data;

namespace Paname.Onnx.Inputs;

/// <summary>Numbers 0 and 1 as the booleans the model takes.</summary>
internal sealed class FlagSource(ModelInput input, ValueSource<byte> numbers, int offset) : ValueSource<bool>
{
    internal override void Fill(RecordBatch chunk, Span<bool> target)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(target);
        numbers.Fill(chunk, bytes);
        int bad = bytes.IndexOfAnyExceptInRange((byte)0, (byte)1);
        if (bad >= 0)
        {
            int record = offset + chunk.Start + (bad / (bytes.Length / chunk.Count)) + 1;
            throw new PanameDataException(FormattableString.Invariant($"{input.Model}: {input.Title} takes 0 and 1; record {record} holds another number. Check that the column belongs to this input."));
        }
    }
}
