using System.Text.Json;
using System.Text.Json.Serialization;

namespace Paname.Reports.Charts;

/// <summary>The numbers that charts are drawn from, as the page carries them.</summary>
internal sealed class ChartData(IReadOnlyDictionary<string, string> words)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly SortedDictionary<string, object> _charts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, object> _curves = new(StringComparer.Ordinal);

    internal void Add(string chart, object data) => _charts.Add(chart, data);

    internal void AddCurves(string name, object curves) => _curves.Add(name, curves);

    /// <summary>JSON in which no text can end the element that holds it: the default encoder writes &lt;, &gt; and &amp; as escapes.</summary>
    internal string ToJson() => JsonSerializer.Serialize(new { words, charts = _charts, curves = _curves }, Format);
}
