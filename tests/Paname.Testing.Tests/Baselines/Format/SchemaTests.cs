using System.Text.Json;

namespace Paname.Testing.Tests.Baselines.Format;

/// <summary>The published schema, what is written and what is required on reading name the same fields.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(Baseline.JsonSchema).RootElement;

    public static TheoryData<string> Objects => ["file", "acceptance", "anchor", "metric", "proposal", "retrainings", "subject"];

    [Theory]
    [MemberData(nameof(Objects))]
    public void Fields_of_schema_writer_and_reader_agree(string name)
    {
        JsonElement schema = name == "file" ? Schema : Schema.GetProperty("$defs").GetProperty(name);
        string[] required = name switch
        {
            "file" => BaselineFields.File,
            "acceptance" => BaselineFields.Acceptance,
            "anchor" => BaselineFields.Anchor,
            "metric" => BaselineFields.Metric,
            "proposal" => BaselineFields.Proposal,
            "retrainings" => BaselineFields.Retrainings,
            _ => BaselineFields.Subject,
        };

        Assert.Equal(required.Order(StringComparer.Ordinal), required);
        Assert.Equal(required, schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(required, schema.GetProperty("required").EnumerateArray().Select(item => item.GetString()));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(required, Written(name).EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void Constants_and_ranges_agree()
    {
        JsonElement properties = Schema.GetProperty("properties");
        Assert.Equal(Baseline.SchemaName, properties.GetProperty("schema").GetProperty("const").GetString());
        Assert.Equal(.5, properties.GetProperty("margin").GetProperty("maximum").GetDouble());
        Assert.Equal(1e-6, properties.GetProperty("tolerance").GetProperty("maximum").GetDouble());
        Assert.Equal(
            [AcceptanceKind.Worse, AcceptanceKind.NewAnchor, AcceptanceKind.Changed, AcceptanceKind.UnnamedModel],
            Schema.GetProperty("$defs").GetProperty("acceptance").GetProperty("properties").GetProperty("kind").GetProperty("enum").EnumerateArray().Select(kind => kind.GetString()));
    }

    private static JsonElement Written(string name)
    {
        Baseline stored = Runs.First(Runs.Run("model", .53)) with
        {
            Proposal = new BaselineProposal("better", new Dictionary<string, double> { [Runs.Auc] = .5 }),
            Acceptances = [new BaselineAcceptance(Runs.Today, "because", "worse", ["Loss auc: 0.5200 -> 0.5300"])],
        };
        JsonElement file = JsonDocument.Parse(stored.ToJson()).RootElement;
        JsonElement metric = file.GetProperty("metrics").GetProperty(Runs.Auc);
        return name switch
        {
            "file" => file,
            "acceptance" => file.GetProperty("acceptances")[0],
            "anchor" or "retrainings" => metric.GetProperty(name),
            "metric" => metric,
            _ => file.GetProperty(name),
        };
    }
}
