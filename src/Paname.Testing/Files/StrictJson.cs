using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Paname.Attacks.Data;

namespace Paname.Testing;

/// <summary>Writes and reads the project's own JSON: sorted keys, LF, numbers that come back exactly; nothing missing, unknown, doubled or of another kind is read.</summary>
internal static class StrictJson
{
    private static readonly JsonSerializerOptions Indented = Options(indented: true);
    private static readonly JsonSerializerOptions OneLine = Options(indented: false);

    internal static string WriteIndented<T>(T value) => JsonSerializer.Serialize(value, Indented) + "\n";

    /// <summary>One line without its end.</summary>
    internal static string WriteLine<T>(T value) => JsonSerializer.Serialize(value, OneLine);

    /// <summary>Reads what was written.</summary>
    /// <param name="json">The text; CRLF and a byte order mark are accepted.</param>
    /// <param name="name">What the text is called in errors: a file name, with a line where it is one of many.</param>
    /// <param name="schema">The format's name and version, which the field "schema" must hold; null when there is no such field.</param>
    /// <param name="mend">How to come by a sound file, as a sentence.</param>
    internal static T Read<T>(string json, string name, string? schema, string mend)
    {
        string text = json.TrimStart('\uFEFF');
        try
        {
            using (JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false }))
            {
                RequireSchema(document.RootElement, name, schema, mend);
                RequireWholeLists(document.RootElement, "$", name, mend);
            }

            return JsonSerializer.Deserialize<T>(text, Indented) ?? throw new PanameDataException($"{name} holds no object. {mend}");
        }
        catch (ArgumentException)
        {
            throw new PanameDataException($"{name} cannot be read: a value lies outside its range. {mend}");
        }
        catch (JsonException error)
        {
            // Of the parser's message the place is told, never the text it quotes.
            string field = string.IsNullOrEmpty(error.Path) ? string.Empty : $", at {error.Path}";
            string line = error.LineNumber is > 0 and { } number ? FormattableString.Invariant($", line {number + 1}") : string.Empty;
            throw new PanameDataException($"{name} cannot be read{field}{line}: it is cut off, or a field is missing, unknown, doubled or of another kind. {mend}");
        }
    }

    private static void RequireSchema(JsonElement root, string name, string? schema, string mend)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new PanameDataException($"{name} holds no object. {mend}");
        }

        if (schema is not null && !(root.TryGetProperty("schema", out JsonElement found) && found.ValueKind == JsonValueKind.String && found.ValueEquals(schema)))
        {
            throw new PanameDataException($"{name} does not say that its schema is {schema}, the only one this version reads. {mend}");
        }
    }

    private static void RequireWholeLists(JsonElement element, string path, string name, string mend)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    RequireWholeLists(property.Value, $"{path}.{property.Name}", name, mend);
                }

                break;
            case JsonValueKind.Array:
                foreach ((int i, JsonElement item) in element.EnumerateArray().Index())
                {
                    string place = FormattableString.Invariant($"{path}[{i}]");
                    if (item.ValueKind == JsonValueKind.Null)
                    {
                        throw new PanameDataException($"{name} holds nothing at {place}. {mend}");
                    }

                    RequireWholeLists(item, place, name, mend);
                }

                break;
        }
    }

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        WriteIndented = indented,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,

        // Letters as they are; what HTML could take for markup stays escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { SortKeys } },
    };

    private static void SortKeys(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object)
        {
            foreach ((int i, JsonPropertyInfo property) in type.Properties.OrderBy(property => property.Name, StringComparer.Ordinal).Index().ToArray())
            {
                property.Order = i;
            }
        }
    }
}
