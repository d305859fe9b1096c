using System.Globalization;
using Paname.Attacks.Data.Hygiene;

namespace Paname.Attacks.Data.Arrays;

/// <summary>Builds sides from arrays of features and labels.</summary>
internal static class ArraySides
{
    internal static LabelledRecords Side(ArrayData features, ArrayData labels)
    {
        features.RequireRecords();
        int[] classes = Labels(features, labels);
        Records records = features.ToRecords();
        return Named.In(labels.Name, () => new LabelledRecords(records, classes));
    }

    internal static LabelledRecords Select(Records records, int[] labels, IReadOnlyList<int> chosen, string what)
    {
        if (chosen.Count == 0)
        {
            throw new PanameDataException($"No record is selected as a {what}.");
        }

        var seen = new HashSet<int>();
        for (int i = 0; i < chosen.Count; i++)
        {
            if (chosen[i] < 0 || chosen[i] >= records.Count)
            {
                throw new PanameDataException(string.Create(
                    CultureInfo.InvariantCulture, $"The selection of {what}s asks for record index {chosen[i]}, and the file holds {records.Count} records, counted from 0."));
            }

            if (!seen.Add(chosen[i]))
            {
                throw new PanameDataException(string.Create(CultureInfo.InvariantCulture, $"The selection of {what}s names record index {chosen[i]} twice."));
            }
        }

        int[] indices = [.. chosen];
        return new LabelledRecords(records.Select(indices), [.. indices.Select(index => labels[index])]);
    }

    internal static int[] Labels(ArrayData features, ArrayData labels)
    {
        int[] classes = labels.ToIntegers("label");
        return classes.Length == features.Count
            ? classes
            : throw new PanameDataException(string.Create(
                CultureInfo.InvariantCulture, $"{labels.Name} holds {classes.Length} labels for the {features.Count} records of {features.Name}."));
    }

    internal static void RequireDisjoint(IReadOnlyList<int> members, IReadOnlyList<int> nonMembers)
    {
        var set = new HashSet<int>(members);
        int[] both = [.. nonMembers.Where(set.Contains).Distinct()];
        if (both.Length > 0)
        {
            throw new PanameDataException(string.Create(
                CultureInfo.InvariantCulture, $"{Examples.Plural(both.Length, "record index is", "record indices are")} selected as members and as non-members, the first is {both.Min()}. A record is one or the other."));
        }
    }

    internal static void RequireOtherFile(string members, string nonMembers)
    {
        if (string.Equals(ProjectPath.Resolve(members), ProjectPath.Resolve(nonMembers), StringComparison.Ordinal))
        {
            throw new PanameDataException($"Members and non-members are the same file, {Path.GetFileName(members)}. Give the records the model was trained on as members, held-out ones as non-members.");
        }
    }
}
