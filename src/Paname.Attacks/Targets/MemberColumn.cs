using Paname.Attacks.Data.Csv;

namespace Paname.Attacks.Targets;

/// <summary>Reads the column that tells members from non-members.</summary>
internal sealed class MemberColumn(string name, IReadOnlyDictionary<string, bool>? map)
{
    internal string Name { get; } = name;

    internal bool Read(CsvSource source, string cell)
    {
        string trimmed = cell.Trim();
        if (map is not null)
        {
            return map.TryGetValue(trimmed, out bool member) ? member : throw source.Error(Name, "the text is not in MemberMap. Add it; texts compare with case.");
        }

        if (bool.TryParse(trimmed, out bool flag))
        {
            return flag;
        }

        return CellReading.TryLabel(trimmed, out int number) && (number is 0 or 1)
            ? number == 1
            : throw source.Error(Name, "membership is none of 1, 0, true and false. Say what the texts mean by MemberMap.");
    }
}
