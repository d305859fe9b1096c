using System.Globalization;

namespace ModelRepoExample.Demo;

/// <summary>Writes the judged limits of all runs as one table with aligned columns.</summary>
internal static class DemoTable
{
    private static readonly string[] Header = ["model", "framework", "gate", "attack", "metric", "estimate", "one-sided 95 % bounds", "limit", "verdict"];

    internal static IEnumerable<string> Lines(IEnumerable<DemoRun> runs)
    {
        List<string[]> rows = [Header];
        rows.AddRange(runs.SelectMany(InReadingOrder).Select(Row));
        int[] widths = [.. Header.Select((_, column) => rows.Max(row => row[column].Length))];
        rows.Insert(1, [.. widths.Select(width => new string('-', width))]);
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    // Test frameworks run tests in an order of their own.
    private static IEnumerable<JudgedGate> InReadingOrder(DemoRun run)
        => run.Gates.OrderBy(gate => gate.Metric, StringComparer.Ordinal).ThenBy(gate => gate.Test, StringComparer.Ordinal).ThenByDescending(gate => gate.Estimate);

    private static string[] Row(JudgedGate gate) =>
    [
        gate.Model, gate.Framework, ShortName(gate.Test ?? "unnamed"), gate.Attack ?? (gate.IsBaseline ? "all" : "none"), gate.MetricShown, Number(gate.Estimate),
        gate.IsBaseline ? string.Empty : $"{Number(gate.Lower)} .. {Number(gate.Upper)}", Limit(gate), gate.Verdict,
    ];

    private static string Limit(JudgedGate gate)
        => gate.Limit is { } limit
            ? "< " + limit.ToString("0.##", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"baseline {gate.Difference:+0.0000;-0.0000;+0.0000}");

    private static string Number(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "none";

    // "Namespace.Class.Method(row)" is shown as "Method": the attack has its own column.
    private static string ShortName(string test)
    {
        string method = test.Split('(')[0];
        return method[(method.LastIndexOf('.') + 1)..].Replace('_', ' ');
    }
}
