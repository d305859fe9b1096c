using System.Text.Json;

namespace Paname.Testing;

/// <summary>A JSON object with exactly the fields it must have, each once.</summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _fields;
    private readonly FieldPath _path;

    internal JsonFields(JsonElement element, FieldPath path, IReadOnlyList<string> names)
    {
        _path = path;
        _fields = Distinct(element, path);
        foreach (string name in _fields.Keys)
        {
            if (!names.Contains(name))
            {
                throw path[name].Error("is no field of this format");
            }
        }

        foreach (string name in names)
        {
            if (!_fields.ContainsKey(name))
            {
                throw path[name].Error("is missing");
            }
        }
    }

    /// <summary>An object with names of its own, such as metrics.</summary>
    internal static SortedDictionary<string, T> Map<T>(JsonElement element, FieldPath path, Func<JsonElement, FieldPath, T> read)
    {
        var map = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach ((string name, JsonElement value) in Distinct(element, path))
        {
            map.Add(name, read(value, path[name]));
        }

        return map;
    }

    internal static double Number(JsonElement element, FieldPath path)
        => element.ValueKind == JsonValueKind.String ? throw path.Error("is a text, not a number: numbers stand without quotes, with a decimal point")
            : element.ValueKind != JsonValueKind.Number ? throw path.Error("is not a number")
            : element.TryGetDouble(out double value) && double.IsFinite(value) ? value
            : throw path.Error("is not a finite number");

    internal static string Text(JsonElement element, FieldPath path)
        => element.ValueKind == JsonValueKind.String ? element.GetString()! : throw path.Error("is not a text");

    internal static string? TextOrNull(JsonElement element, FieldPath path) => element.ValueKind == JsonValueKind.Null ? null : Text(element, path);

    internal double Number(string name) => Number(_fields[name], _path[name]);

    internal double? NumberOrNull(string name) => _fields[name].ValueKind == JsonValueKind.Null ? null : Number(name);

    internal int Whole(string name)
    {
        Number(name);
        return _fields[name].TryGetInt32(out int value) ? value : throw _path[name].Error("is not a whole number of at most ten digits");
    }

    internal string Text(string name) => Text(_fields[name], _path[name]);

    internal string? TextOrNull(string name) => TextOrNull(_fields[name], _path[name]);

    internal bool Flag(string name) => _fields[name].ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw _path[name].Error("is neither true nor false"),
    };

    internal T Read<T>(string name, Func<JsonElement, FieldPath, T> read) => read(_fields[name], _path[name]);

    internal T? ReadOrNull<T>(string name, Func<JsonElement, FieldPath, T> read)
        where T : class
        => _fields[name].ValueKind == JsonValueKind.Null ? null : Read(name, read);

    internal IReadOnlyList<T> List<T>(string name, Func<JsonElement, FieldPath, T> read)
    {
        FieldPath path = _path[name];
        return _fields[name].ValueKind == JsonValueKind.Array
            ? [.. _fields[name].EnumerateArray().Select(item => read(item, path))]
            : throw path.Error("is not a list");
    }

    internal SortedDictionary<string, T> Map<T>(string name, Func<JsonElement, FieldPath, T> read) => Map(_fields[name], _path[name], read);

    private static Dictionary<string, JsonElement> Distinct(JsonElement element, FieldPath path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw path.Error("is not an object");
        }

        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!fields.TryAdd(property.Name, property.Value))
            {
                throw path[property.Name].Error("stands there twice");
            }
        }

        return fields;
    }
}
