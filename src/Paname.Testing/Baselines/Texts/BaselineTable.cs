using System.Globalization;
using System.Text;

namespace Paname.Testing;

/// <summary>Lays out the metrics of a comparison: baseline, now, difference with one-sided bounds, p-value, verdict.</summary>
internal static class BaselineTable
{
    private const string None = "-";

    private static readonly string[] Head = ["metric", "baseline", "now", "difference", "one-sided 95 % bounds", "p (Holm)", "verdict"];

    internal static void Write(StringBuilder text, BaselineComparison comparison)
    {
        string[][] rows = [Head, .. comparison.Compared.Select(metric => Row(metric, comparison.Received.Margin, comparison.Verified is null))];
        int[] widths = [.. Enumerable.Range(0, Head.Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            text.AppendLine("  " + string.Join("  ", row.Select((cell, column) => column is >= 1 and <= 3 or 5 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    private static string[] Row(ComparedMetric metric, double margin, bool alone)
    {
        BaselineMetricComparison row = metric.Row;
        return
        [
            row.Name,
            Number(row.Reference ?? row.Verified?.Retrainings.Mean),
            Number(row.Received?.Estimate),
            Signed(row.Difference),
            row.SameModel || row.Lower is null ? None : $"L {Signed(row.Lower)}  U {Signed(row.Upper)}",
            row is { Gated: true, PValue: { } p } ? PValue(p) : None,
            alone ? Planned(metric, margin) : Say(metric, margin),
        ];
    }

    private static string Planned(ComparedMetric metric, double margin)
        => metric.Row.Gated ? string.Create(CultureInfo.InvariantCulture, $"gated; a later run could show a worsening of {metric.Row.Mde:F4}{(metric.IsBlind(margin) ? $", more than the margin {margin}" : string.Empty)}") : "shown only";

    private static string Say(ComparedMetric metric, double margin)
    {
        BaselineMetricComparison row = metric.Row;
        return row switch
        {
            { Outcome: BaselineOutcome.Changed, Verified: null } => "not in the baseline",
            { Outcome: BaselineOutcome.Changed } => "not in this run",
            { Gated: false } => "shown only",
            { SameModel: true, Outcome: BaselineOutcome.Same } => "same, exactly",
            { SameModel: true } => string.Create(CultureInfo.InvariantCulture, $"{(row.Outcome == BaselineOutcome.Worse ? "worse" : "better")}, off by {Math.Abs(row.Difference!.Value):G2}"),
            { Outcome: BaselineOutcome.Worse } when metric.AnchorDecides => string.Create(CultureInfo.InvariantCulture, $"worse, by its anchor {row.Verified!.Anchor.Mean:F4} ({Signed(row.AnchorDifference)})"),
            { Outcome: BaselineOutcome.Worse } => "worse",
            { Outcome: BaselineOutcome.Better } => $"better, p = {PValue(row.BetterPValue!.Value)}",
            { Outcome: BaselineOutcome.Inconclusive } => string.Create(CultureInfo.InvariantCulture, $"inconclusive: could show {row.Mde:F4}, the margin is {margin}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"same; could show {row.Mde:F4}"),
        };
    }

    private static string PValue(double p) => p.ToString(p < .001 ? "0.0E+0" : "F4", CultureInfo.InvariantCulture);

    private static string Number(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? None;

    private static string Signed(double? value) => value?.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture) ?? None;
}
