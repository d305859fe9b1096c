using System.Buffers.Binary;

namespace Paname.Attacks.Data.Hygiene;

/// <summary>A 128-bit key of each record's features: equal for equal values, and for all practical purposes only for these.</summary>
internal static class RecordKeys
{
    internal static UInt128[] Of(Records records)
    {
        using var hash = new ContentHash();
        var keys = new UInt128[records.Count];
        Span<byte> digest = stackalloc byte[ContentHash.Size];
        for (int i = 0; i < keys.Length; i++)
        {
            foreach (RecordField field in records.Fields)
            {
                field.AppendRecordTo(hash, i);
            }

            hash.Finish(digest);
            keys[i] = BinaryPrimitives.ReadUInt128LittleEndian(digest);
        }

        return keys;
    }
}
