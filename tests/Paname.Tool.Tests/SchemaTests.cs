using System.Text.Json;
using System.Text.Json.Nodes;
using Paname.Tests.Shared;

namespace Paname.Tool.Tests;

/// <summary>The published schema of paname.json names the properties that are read, and no others.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void Schema_and_reader_agree()
    {
        JsonNode schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "schemas", "paname-config-1.schema.json")))!;
        Compare(schema, typeof(AuditConfig), "$");
    }

    private static void Compare(JsonNode schema, Type type, string place)
    {
        Assert.False(schema["additionalProperties"]!.GetValue<bool>(), place);
        JsonObject properties = schema["properties"]!.AsObject();
        Dictionary<string, Type> read = type.GetProperties().ToDictionary(property => property.Name == "Schema" ? "$schema" : JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => property.PropertyType);
        Assert.Equal(read.Keys.Order(StringComparer.Ordinal), properties.Select(property => property.Key).Order(StringComparer.Ordinal));
        foreach ((string name, Type of) in read)
        {
            Type inner = of.IsGenericType && of.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? of.GetGenericArguments()[0] : of;
            if (inner.Name.EndsWith("Config", StringComparison.Ordinal))
            {
                JsonNode below = properties[name]!;
                Compare(inner == of ? below : below["items"]!, inner, $"{place}.{name}");
            }
        }
    }
}
