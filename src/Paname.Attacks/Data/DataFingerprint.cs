using System.Globalization;
using System.Runtime.InteropServices;

namespace Paname.Attacks.Data;

/// <summary>The identity of data by its content.</summary>
internal static class DataFingerprint
{
    internal static string Of(LabelledRecords members, LabelledRecords nonMembers)
    {
        using var hash = new Sha256Content();
        hash.Add("membership-data/1");
        Add(hash, members);
        Add(hash, nonMembers);
        return hash.Finish();
    }

    /// <summary>A key that is quick to compute.</summary>
    internal static string KeyOf(LabelledRecords members, LabelledRecords nonMembers)
    {
        var sides = new UInt128[2];
        Parallel.Invoke(() => sides[0] = KeyOf(members), () => sides[1] = KeyOf(nonMembers));
        var hash = new FastContent();
        hash.Add(MemoryMarshal.AsBytes(sides.AsSpan()));
        return hash.Finish().ToString("x32", CultureInfo.InvariantCulture);
    }

    internal static void Add(ContentHash hash, IReadOnlyList<string>? texts)
    {
        hash.Add(texts?.Count ?? -1);
        foreach (string text in texts ?? [])
        {
            hash.Add(text);
        }
    }

    internal static void Add(ContentHash hash, IReadOnlyList<int>? numbers)
    {
        hash.Add(numbers?.Count ?? -1);
        int[] values = [.. numbers ?? []];
        hash.Add(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static UInt128 KeyOf(LabelledRecords side)
    {
        var hash = new FastContent();
        Add(hash, side);
        return hash.Finish();
    }

    private static void Add(ContentHash hash, LabelledRecords side)
    {
        hash.Add(side.Records.Fields.Count);
        foreach (RecordField field in side.Records.Fields)
        {
            field.AppendTo(hash);
            Add(hash, field.Shape);
            Add(hash, field.Columns);
        }

        Add(hash, side.Labels);
        Add(hash, side.Ids);
        Add(hash, side.Groups);
    }
}
