using System.Globalization;
using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

/// <summary>What predictions must satisfy besides the checks of their outputs.</summary>
internal static class PredictionTableCheck
{
    internal static void Check(PredictionTable table)
    {
        int count = table.Member.Count;
        int width = TargetOutputs.WidthOf(table.Kind, table.Classes);
        if (table.Values.Length != (long)count * width)
        {
            throw Error(table, string.Create(CultureInfo.InvariantCulture, $"{table.Values.Length} outputs for {count} records; {width} per record are needed."));
        }

        CheckMembers(table);
        CheckLabels(table, count);
        RequireLength(table, "ids", table.Ids?.Count, count);
        RequireLength(table, "groups", table.Groups?.Count, count);
        CheckIds(table);
        if (table.Groups?.Any(string.IsNullOrEmpty) == true)
        {
            throw Error(table, "a record has no group. Leave groups out, or give every record one.");
        }
    }

    private static void CheckMembers(PredictionTable table)
    {
        if (table.Member.Count == 0)
        {
            throw Error(table, "there is no record.");
        }

        if (table.Member.All(member => member == table.Member[0]))
        {
            throw Error(table, $"every record is a {(table.Member[0] ? "member" : "non-member")}. An audit compares both sides.");
        }
    }

    private static void CheckLabels(PredictionTable table, int count)
    {
        if (table.Labels is not { } labels)
        {
            if (!TargetOutputs.NeedsNoLabels(table.Kind))
            {
                throw Error(table, "true labels are missing. Only losses and residuals can be audited without them.");
            }

            return;
        }

        RequireLength(table, "labels", labels.Count, count);
        for (int i = 0; i < labels.Count; i++)
        {
            if (labels[i] < 0 || (labels[i] >= table.Classes && table.Classes > 1))
            {
                throw Error(table, string.Create(
                    CultureInfo.InvariantCulture, $"the label of record {i + 1} is no class from 0 to {table.Classes - 1}. Check the number of classes, or give class indices from 0."));
            }
        }
    }

    private static void CheckIds(PredictionTable table)
    {
        if (table.Ids is not { } ids)
        {
            return;
        }

        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < ids.Count; i++)
        {
            if (string.IsNullOrEmpty(ids[i]))
            {
                throw Error(table, string.Create(CultureInfo.InvariantCulture, $"record {i + 1} has no id. Leave ids out, or give every record one."));
            }

            if (!first.TryAdd(ids[i], i))
            {
                int earlier = first[ids[i]];
                string what = table.Member[earlier] == table.Member[i]
                    ? "have the same id. If it names a person with several records, declare it as the group."
                    : "have the same id, and one is a member, the other is not. A record is one or the other.";
                throw Error(table, string.Create(CultureInfo.InvariantCulture, $"records {earlier + 1} and {i + 1} {what}"));
            }
        }
    }

    private static void RequireLength(PredictionTable table, string what, int? actual, int expected)
    {
        if (actual is { } length && length != expected)
        {
            throw Error(table, string.Create(CultureInfo.InvariantCulture, $"{length} {what} for {expected} records."));
        }
    }

    private static PanameDataException Error(PredictionTable table, string what) => new($"{table.Name}: {what}");
}
