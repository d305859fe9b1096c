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

    internal static string Of(LabelledRecords records)
    {
        using var hash = new Sha256Content();
        hash.Add("labelled-records/1");
        Add(hash, records);
        return hash.Finish();
    }

    /// <summary>A key that is quick to compute, from the records' own keys.</summary>
    internal static string KeyOf(MembershipData data)
    {
        var hash = new FastContent();
        AddKeys(hash, data.Members, data.Keys.Members);
        AddKeys(hash, data.NonMembers, data.Keys.NonMembers);
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

    private static void AddKeys(ContentHash hash, LabelledRecords side, RecordKeys keys)
    {
        hash.Add(side.Records.Fields.Count);
        foreach (RecordField field in side.Records.Fields)
        {
            hash.Add(field.Name);
            hash.Add(field.ElementType.Name);
            Add(hash, field.Shape);
            Add(hash, field.Columns);
        }

        hash.Add(MemoryMarshal.AsBytes(keys.Exact.AsSpan()));
        AddRest(hash, side);
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

        AddRest(hash, side);
    }

    private static void AddRest(ContentHash hash, LabelledRecords side)
    {
        Add(hash, side.Labels);
        Add(hash, side.Ids);
        Add(hash, side.Groups);
    }
}
