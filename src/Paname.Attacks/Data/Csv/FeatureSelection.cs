namespace Paname.Attacks.Data.Csv;

/// <summary>Which columns of two files are features, in which order.</summary>
internal static class FeatureSelection
{
    internal static string[] Choose(CsvSource members, CsvSource nonMembers, string label, string? id, CsvOptions options)
    {
        var set = new HashSet<string>(StringComparer.Ordinal) { label };
        set.UnionWith(new[] { id, options.Group }.OfType<string>());
        if (options.Features is { } chosen)
        {
            CheckChosen(members, nonMembers, label, id, options, chosen);
            return [.. chosen];
        }

        foreach (string excluded in options.Exclude ?? [])
        {
            if (!nonMembers.Header.Contains(excluded, StringComparer.Ordinal))
            {
                CsvHeaderCheck.Require(members, nonMembers, excluded, "excluded");
            }

            set.Add(excluded);
        }

        string[] features = [.. members.Header.Where(column => !set.Contains(column))];
        RequireSame(members, nonMembers, features, set);
        if (features.Length == 0)
        {
            throw new PanameDataException($"{members.Name} has no feature column besides label, id, group and the excluded ones.");
        }

        return features;
    }

    private static void CheckChosen(CsvSource members, CsvSource nonMembers, string label, string? id, CsvOptions options, IReadOnlyList<string> chosen)
    {
        if (chosen.Count == 0 || chosen.Distinct(StringComparer.Ordinal).Count() != chosen.Count)
        {
            throw new ArgumentException("CsvOptions.Features must name at least one column, and none twice.", nameof(options));
        }

        if (options.Exclude is { Count: > 0 })
        {
            throw new ArgumentException("Set CsvOptions.Features or CsvOptions.Exclude, not both.", nameof(options));
        }

        foreach (string column in chosen)
        {
            if (column == label || column == id)
            {
                throw new ArgumentException($"CsvOptions.Features names '{column}', which is the {(column == label ? "label" : "id")} column.", nameof(options));
            }

            CsvHeaderCheck.Require(members, nonMembers, column, "feature");
            CsvHeaderCheck.Require(nonMembers, members, column, "feature");
        }
    }

    private static void RequireSame(CsvSource members, CsvSource nonMembers, string[] features, HashSet<string> set)
    {
        RequireIn(nonMembers, members, features);
        RequireIn(members, nonMembers, [.. nonMembers.Header.Where(column => !set.Contains(column))]);
    }

    // Named by position: a cell that only one file has need not be a header.
    private static void RequireIn(CsvSource source, CsvSource other, string[] columns)
    {
        foreach (string column in columns)
        {
            if (!source.Header.Contains(column, StringComparer.Ordinal))
            {
                throw new PanameDataException(FormattableString.Invariant(
                    $"{source.Name} lacks column {Array.IndexOf(other.Header, column) + 1} of {other.Name}. Both sides need the same features: add the column, or name it in CsvOptions.Exclude; headers compare with case."));
            }
        }
    }
}
