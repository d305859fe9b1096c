using System.Text.Json.Nodes;
using Paname.Testing;
using Spectre.Console;

namespace Paname.Tool;

/// <summary>A comparison with a baseline, metric by metric: as a table and as JSON.</summary>
internal static class ComparisonTable
{
    internal static void Write(IAnsiConsole console, BaselineComparison comparison)
    {
        Table table = Tables.New("Metric", "Old", "New", "Difference", "95 % bounds", "Verdict");
        foreach (BaselineMetricComparison metric in comparison.Metrics)
        {
            Tables.Row(
                table,
                metric.Name,
                Tables.Number(metric.Reference ?? metric.Verified?.Estimate),
                Tables.Number(metric.Received?.Estimate),
                metric.Difference is { } difference ? FormattableString.Invariant($"{difference:+0.0000;-0.0000;0.0000}") : "-",
                metric.Lower is { } lower && metric.Upper is { } upper ? FormattableString.Invariant($"{lower:+0.0000;-0.0000;0.0000} to {upper:+0.0000;-0.0000;0.0000}") : "-",
                metric.Outcome?.ToString() ?? (metric.Gated ? "first run" : "shown only"));
        }

        console.Write(table);
    }

    internal static JsonArray Document(BaselineComparison comparison) => new([.. comparison.Metrics.Select(metric => (JsonNode)new JsonObject
    {
        ["name"] = metric.Name,
        ["gated"] = metric.Gated,
        ["outcome"] = metric.Outcome?.ToString(),
        ["old"] = metric.Reference ?? metric.Verified?.Estimate,
        ["new"] = metric.Received?.Estimate,
        ["difference"] = metric.Difference,
        ["lower"] = metric.Lower,
        ["upper"] = metric.Upper,
        ["pValue"] = metric.PValue,
        ["mde"] = metric.Mde,
    })]);
}
