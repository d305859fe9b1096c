namespace Paname.Attacks.Data.Csv;

/// <summary>Reads class indices: whole numbers from 0, or texts and codes through a map. The order of texts is never guessed.</summary>
internal sealed class LabelColumn
{
    private readonly IReadOnlyDictionary<string, int>? _map;
    private int _lowest = int.MaxValue;

    internal LabelColumn(string name, IReadOnlyDictionary<string, int>? map)
    {
        Name = name;
        _map = map;
        if (map is not null && (map.Count == 0 || map.Values.Any(label => label < 0)))
        {
            throw new ArgumentException("A label map needs at least one entry, and class indices from 0.", nameof(map));
        }
    }

    internal string Name { get; }

    /// <summary>The texts of the map in the order of their classes; texts of one class are joined.</summary>
    internal IReadOnlyList<string>? ClassNames => _map is null
        ? null
        : [.. Enumerable.Range(0, _map.Values.Max() + 1).Select(label => NameOf(_map, label))];

    internal int Read(CsvSource source, string cell)
    {
        string trimmed = cell.Trim();
        if (trimmed.Length == 0)
        {
            throw source.Error(Name, "the label is missing. A record without a label cannot be audited.");
        }

        if (_map is not null)
        {
            return _map.TryGetValue(trimmed, out int mapped)
                ? mapped
                : throw source.Error(Name, "the label is not in LabelMap. Add it, with the class index the model gives it; texts compare with case.");
        }

        if (!CellReading.TryLabel(trimmed, out int label))
        {
            throw source.Error(Name, "the label is no class index (0, 1, 2, ...). " + MapMend);
        }

        if (label < 0)
        {
            throw source.Error(Name, "the label is a negative number, so it is a code and no class index. " + MapMend);
        }

        _lowest = Math.Min(_lowest, label);
        return label;
    }

    /// <summary>Labels that never reach 0 are codes (1 and 2), and the model counts its classes from 0.</summary>
    internal void RequireClassZero(string files)
    {
        if (_map is null && _lowest > 0)
        {
            throw new PanameDataException($"{files}: no label in column '{Name}' is 0, so the labels seem to be codes (1, 2, ...) and no class indices. {MapMend}");
        }
    }

    private const string MapMend = "Set LabelMap to say which class of the model each label is, for example new Dictionary<string, int> { [\"good\"] = 0, [\"bad\"] = 1 }.";

    private static string NameOf(IReadOnlyDictionary<string, int> map, int label)
    {
        string names = string.Join('/', map.Where(entry => entry.Value == label).Select(entry => entry.Key).Order(StringComparer.Ordinal));
        return names.Length > 0 ? names : FormattableString.Invariant($"class {label}");
    }
}
