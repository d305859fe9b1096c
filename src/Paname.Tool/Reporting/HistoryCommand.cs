using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Paname.Reports;
using Paname.Testing;
using Spectre.Console;

namespace Paname.Tool;

/// <summary>paname history: how the metrics of each model went, and where their level changed.</summary>
internal sealed class HistoryCommand : ToolCommand
{
    private readonly Argument<string> _file = new("file") { Description = "The history, such as privacy-history.jsonl." };
    private readonly Option<string?> _metric = new("--metric") { Description = "The metric to follow, such as \"Loss auc\". Default: the highest AUC of the latest run." };
    private readonly Option<string?> _target = new("--target") { Description = "The model to follow. Default: all." };

    internal HistoryCommand()
        : base(
            "history",
            "Shows a metric over the runs of each model and the runs where its level changed. For charts: 'paname report <folder> --history <file> --html <file>'.",
            "paname history privacy-history.jsonl",
            "paname history privacy-history.jsonl --metric \"Loss tpr@0.01\" --json")
    {
        Add(_file);
        Add(_metric);
        Add(_target);
    }

    internal override ToolResult Run(ParseResult line, ToolSession session)
    {
        IReadOnlyList<HistoryEntry> history = HistoryFile.Read(session.PathOf(line.GetRequiredValue(_file)));
        string? target = line.GetValue(_target);
        string[] targets = [.. history.Select(entry => entry.Target).Distinct(StringComparer.Ordinal).Where(name => target is null || name == target)];
        if (target is not null && targets.Length == 0)
        {
            throw ToolException.WrongCommandLine("The history has no model of that name.");
        }

        HistoryTrend[] trends = [.. targets.Select(name => Trend(history, name, line.GetValue(_metric))).OfType<HistoryTrend>()];
        return new ToolResult(
            ExitCode.Holds,
            new JsonObject { ["models"] = new JsonArray([.. trends.Select(trend => (JsonNode)Document(trend))]) },
            console =>
            {
                console.WriteLine(trends.Length == 0 ? "The history has no such runs." : FormattableString.Invariant($"Audits: {history.Count}; models: {targets.Length}."));
                Array.ForEach(trends, trend => Write(console, trend));
            });
    }

    private static HistoryTrend? Trend(IReadOnlyList<HistoryEntry> history, string target, string? metric)
    {
        IReadOnlyList<string> known = HistoryTrend.MetricsOf(history, target);
        string? chosen = metric ?? known.FirstOrDefault(MetricNames.IsAuc) ?? (known.Count > 0 ? known[0] : null);
        return chosen is null || !known.Contains(chosen) ? null : HistoryTrend.Of(history, target, chosen);
    }

    private static void Write(IAnsiConsole console, HistoryTrend trend)
    {
        console.WriteLine();
        console.WriteLine($"{trend.Target}, {trend.Metric}:");
        Table table = Tables.New("Run", "Time", "Commit", "Estimate", "L", "U", "Level");
        foreach (TrendPoint point in trend.Points)
        {
            bool changed = trend.Changes.Contains(point);
            TrendSegment segment = trend.Segments.Last(segment => trend.Points[segment.First].Run <= point.Run);
            Tables.Row(
                table,
                point.Run.ToString(CultureInfo.InvariantCulture),
                point.Entry.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                point.Entry.Commit is { Length: > 8 } commit ? commit[..8] : point.Entry.Commit ?? "-",
                Tables.Number(point.Value.Estimate),
                Tables.Number(point.Value.Lower),
                Tables.Number(point.Value.Upper),
                Tables.Number(segment.Mean) + (changed ? " <- changed" : string.Empty));
        }

        console.Write(table);
    }

    private static JsonObject Document(HistoryTrend trend) => new JsonObject
    {
        ["target"] = trend.Target,
        ["metric"] = trend.Metric,
        ["runs"] = new JsonArray([.. trend.Points.Select(point => (JsonNode)new JsonObject
        {
            ["run"] = point.Run,
            ["time"] = point.Entry.Time.ToString("O", CultureInfo.InvariantCulture),
            ["commit"] = point.Entry.Commit,
            ["estimate"] = point.Value.Estimate,
            ["lower"] = point.Value.Lower,
            ["upper"] = point.Value.Upper,
        })]),
        ["changes"] = new JsonArray([.. trend.Changes.Select(point => (JsonNode)point.Run)]),
        ["levels"] = new JsonArray([.. trend.Segments.Select(segment => (JsonNode)segment.Mean)]),
    };
}
