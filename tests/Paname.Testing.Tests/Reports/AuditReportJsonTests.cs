using System.Globalization;
using System.Text.Json.Nodes;
using Paname.Attacks.Data;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Reports;

public class AuditReportJsonTests
{
    [Fact]
    public void What_is_written_comes_back_exactly()
    {
        string json = Reported.Report().ToJson();
        AuditReport back = AuditReport.Parse(json, "report.json");
        Assert.Equal(json, back.ToJson());
        Assert.Equal(.1 + .2, back.Subject.NonMemberAccuracy);
        Assert.Equal(5e-324, back.Attacks[0].Metrics[0].StandardError);
        Assert.Equal(Reported.Report().Run, back.Run);
        Assert.Equal(Reported.Report().Subject, back.Subject);
        Assert.Equal(Reported.Report().Attacks[0].Roc, back.Attacks[0].Roc);
        Assert.Null(back.Attacks[0].Roc[0].Upper);
        Assert.Equal(["Loss"], back.Findings[0].Attacks!);
        Assert.True(back.Findings[0].BlocksFail);
    }

    [Fact]
    public void Text_has_no_carriage_return_and_sorted_keys_and_does_not_depend_on_culture()
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        string plain = Reported.Report().ToJson();
        Thread.CurrentThread.CurrentCulture = new CultureInfo("fr-FR");
        try
        {
            Assert.Equal(plain, Reported.Report().ToJson());
            Assert.Equal(plain, AuditReport.Parse(plain, "report.json").ToJson());
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }

        Assert.DoesNotContain('\r', plain);
        Assert.EndsWith("}\n", plain, StringComparison.Ordinal);
        Assert.Contains("Zoë", plain, StringComparison.Ordinal);
        foreach (JsonObject node in Objects(JsonNode.Parse(plain)!))
        {
            string[] keys = [.. node.Select(field => field.Key)];
            Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        }
    }

    [Fact]
    public void Carriage_returns_and_a_byte_order_mark_are_read()
        => Assert.Equal(Reported.Report().ToJson(), AuditReport.Parse("\uFEFF" + Reported.Report().ToJson().Replace("\n", "\r\n", StringComparison.Ordinal), "report.json").ToJson());

    [Theory]
    [InlineData("\"seed\": -3", "\"seed\": \"-3\"", "$.run.seed")]
    [InlineData("\"seed\": -3", "\"seed\": NaN", "line")]
    [InlineData("\"seed\": -3", "\"seed\": -3, \"seed\": -3", "")]
    [InlineData("\"seed\": -3", "\"seed\": -3, \"other\": 1", "$.run")]
    [InlineData("\"seed\": -3,", "", "$.run")]
    [InlineData("paname-report/1", "paname-report/2", "paname-report/1")]
    [InlineData("\"one note\"", "null", "$.attacks[0].notes[0]")]
    [InlineData("\"key\": \"credit-0123456789ab\"", "\"key\": null", "")]
    [InlineData("\"estimate\": 0.3333333333333333,", "", "$.attacks[0].metrics[0]")]
    public void Damage_is_refused_with_the_place_and_without_what_stands_there(string sound, string damaged, string told)
    {
        string json = Reported.Report().ToJson();
        Assert.Contains(sound, json, StringComparison.Ordinal);
        var error = Assert.Throws<PanameDataException>(() => AuditReport.Parse(json.Replace(sound, damaged, StringComparison.Ordinal), "report.json"));
        Assert.StartsWith("report.json ", error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.Contains("again", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_file_is_refused()
    {
        string json = Reported.Report().ToJson();
        for (int length = 0; length < json.Length - 2; length += 37)
        {
            Assert.Throws<PanameDataException>(() => AuditReport.Parse(json[..length], "report.json"));
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject fields => [fields, .. fields.Where(field => field.Value is not null).SelectMany(field => Objects(field.Value!))],
        JsonArray items => items.Where(item => item is not null).SelectMany(item => Objects(item!)),
        _ => [],
    };
}
