using System.Globalization;

namespace Paname.Tool;

/// <summary>Numbers of models as a person writes them: 0-3,7.</summary>
internal static class Ranges
{
    internal static IReadOnlyList<int> Parse(string text, int count)
    {
        var chosen = new SortedSet<int>();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2 || !Number(ends[0], out int first) || !Number(ends[^1], out int last) || first > last)
            {
                throw ToolException.WrongCommandLine("Models are chosen by number from 0, as 0-7 or 0,3,8-11.");
            }

            if (last >= count)
            {
                throw ToolException.WrongCommandLine(FormattableString.Invariant($"The plan has {count} models, numbered from 0 to {count - 1}."));
            }

            chosen.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return [.. chosen];
    }

    internal static string Text(IEnumerable<int> numbers)
    {
        var parts = new List<(int First, int Last)>();
        foreach (int number in numbers.Order())
        {
            if (parts.Count > 0 && parts[^1].Last == number - 1)
            {
                parts[^1] = (parts[^1].First, number);
            }
            else
            {
                parts.Add((number, number));
            }
        }

        return string.Join(',', parts.Select(part => part.First == part.Last ? FormattableString.Invariant($"{part.First}") : FormattableString.Invariant($"{part.First}-{part.Last}")));
    }

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
