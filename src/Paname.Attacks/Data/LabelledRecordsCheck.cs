namespace Paname.Attacks.Data;

/// <summary>What every set of labelled records must satisfy before anything is computed from it.</summary>
internal static class LabelledRecordsCheck
{
    internal static void Check(LabelledRecords data)
    {
        if (data.Count == 0)
        {
            throw new PanameDataException("The set holds no record.");
        }

        RequireLength("labels", data.Labels.Count, data.Count);
        for (int i = 0; i < data.Labels.Count; i++)
        {
            if (data.Labels[i] < 0)
            {
                throw new PanameDataException($"Record {i + 1} has a negative label; labels are class indices from 0. Map other codes to the class indices of the model.");
            }
        }

        if (data.Ids is { } ids)
        {
            RequireLength("ids", ids.Count, data.Count);
            var first = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int i = 0; i < ids.Count; i++)
            {
                if (string.IsNullOrEmpty(ids[i]))
                {
                    throw new PanameDataException($"Record {i + 1} has no id. Leave the id column out, or give every record one.");
                }

                if (!first.TryAdd(ids[i], i))
                {
                    throw new PanameDataException($"Records {first[ids[i]] + 1} and {i + 1} have the same id. If it names a person with several records, declare it as the group column.");
                }
            }
        }

        if (data.Groups is { } groups)
        {
            RequireLength("groups", groups.Count, data.Count);
            for (int i = 0; i < groups.Count; i++)
            {
                if (string.IsNullOrEmpty(groups[i]))
                {
                    throw new PanameDataException($"Record {i + 1} has no group. Leave the group column out, or give every record one.");
                }
            }
        }
    }

    private static void RequireLength(string what, int actual, int expected)
    {
        if (actual != expected)
        {
            throw new PanameDataException($"There are {actual} {what} for {expected} records.");
        }
    }
}
