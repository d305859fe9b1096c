using System.Globalization;

namespace Paname.Attacks.Data.Hygiene;

/// <summary>Differences in the classes of the two sides.</summary>
internal static class ClassFindings
{
    private const double Level = 0.001;
    private const int MostClasses = 5;

    internal static IEnumerable<HygieneFinding> Of(MembershipData data)
    {
        var counts = new SortedDictionary<int, (int Members, int NonMembers)>();
        foreach (int label in data.Members.Labels)
        {
            counts[label] = counts.TryGetValue(label, out (int Members, int NonMembers) c) ? (c.Members + 1, c.NonMembers) : (1, 0);
        }

        foreach (int label in data.NonMembers.Labels)
        {
            counts[label] = counts.TryGetValue(label, out (int Members, int NonMembers) c) ? (c.Members, c.NonMembers + 1) : (0, 1);
        }

        if (counts.Count == 1)
        {
            yield return new(HygieneKind.SingleClass, false, 1,
                $"All records are of {Name(data, counts.Keys.First())}. Check the label column; an audit of one class says nothing about the others.");
            yield break;
        }

        int[] absent = [.. counts.Where(entry => entry.Value.Members == 0 || entry.Value.NonMembers == 0).Select(entry => entry.Key)];
        if (absent.Length > 0)
        {
            var examples = new Examples();
            foreach (int label in absent)
            {
                examples.Add(() => $"{Name(data, label)} (only among {(counts[label].Members == 0 ? "non-members" : "members")})");
            }

            yield return new(HygieneKind.AbsentClass, false, absent.Length,
                $"{Examples.Plural(absent.Length, "class is", "classes are")} on one side only: {examples}. Draw both sides from the same source.");
        }

        double p = ClassBalanceTest.PValue([.. counts.Values], data.Members.Count, data.NonMembers.Count);
        if (p < Level)
        {
            yield return new(HygieneKind.ClassBalance, false, counts.Count,
                $"Members and non-members have classes in other shares (chi-square test, p < 0.001): {Shares(data, counts)}. The attack may tell classes apart instead of membership; draw both sides from the same source.");
        }
    }

    private static string Shares(MembershipData data, SortedDictionary<int, (int Members, int NonMembers)> counts)
    {
        double members = data.Members.Count;
        double nonMembers = data.NonMembers.Count;
        string[] shares = [.. counts
            .OrderByDescending(entry => Math.Abs((entry.Value.Members / members) - (entry.Value.NonMembers / nonMembers)))
            .ThenBy(entry => entry.Key)
            .Take(MostClasses)
            .OrderBy(entry => entry.Key)
            .Select(entry => string.Create(
                CultureInfo.InvariantCulture,
                $"{Name(data, entry.Key)} {100 * entry.Value.Members / members:F1} % of members and {100 * entry.Value.NonMembers / nonMembers:F1} % of non-members"))];
        string rest = counts.Count > MostClasses ? string.Create(CultureInfo.InvariantCulture, $" (of {counts.Count} classes, those that differ most)") : string.Empty;
        return string.Join("; ", shares) + rest;
    }

    private static string Name(MembershipData data, int label)
    {
        string index = string.Create(CultureInfo.InvariantCulture, $"class {label}");
        return data.ClassNames is { } names && label < names.Count ? $"{index} ({names[label]})" : index;
    }
}
