using Paname.Attacks.Data;
using Paname.Testing;

namespace Paname.Reports;

/// <summary>
/// How one metric of one model went over its runs, and where its level changed. Changes are found by optimal partitioning of the estimates into segments of
/// constant level (Jackson et al.: An Algorithm for Optimal Partitioning of Data on an Interval, 2005) with known variances: each run's standard error over records, and
/// the spread between training seeds. The penalty of a change is 4.65 + 1.25 ln n, simulated so that of series of 10 to 50 runs without a change at most 5 % show one.
/// With 2,200 records per side (standard error .009) a worsening of the AUC by .03 is marked with probability .5 to .6 by its first run, .87 by its second, .95 by its third,
/// and one of .05 with .97 by its first. Where the same records are audited every time, less of the error varies from run to run than is allowed for: false marks are rarer still.
/// </summary>
public sealed class HistoryTrend
{
    private HistoryTrend(string target, string metric, IReadOnlyList<TrendPoint> points, IReadOnlyList<TrendSegment> segments)
    {
        Target = target;
        Metric = metric;
        Points = points;
        Segments = segments;
    }

    /// <summary>The model's name.</summary>
    public string Target { get; }

    /// <summary>The metric's name in the history, such as "Loss auc".</summary>
    public string Metric { get; }

    /// <summary>The runs that have the metric, oldest first.</summary>
    public IReadOnlyList<TrendPoint> Points { get; }

    /// <summary>The levels, oldest first; one when nothing changed.</summary>
    public IReadOnlyList<TrendSegment> Segments { get; }

    /// <summary>The first run of each new level.</summary>
    public IReadOnlyList<TrendPoint> Changes => [.. Segments.Skip(1).Select(segment => Points[segment.First])];

    /// <summary>Follows a metric of a model.</summary>
    /// <param name="history">The history, oldest first, as <see cref="HistoryFile.Read"/> gives it; other models in it are left out.</param>
    /// <param name="target">The model's name.</param>
    /// <param name="metric">The metric's name, such as "Loss auc".</param>
    /// <param name="options">How changes are told from luck; default: as <see cref="TrendOptions"/> says.</param>
    /// <returns>The trend; without points when no run has the metric.</returns>
    /// <exception cref="PanameDataException">An estimate is not finite or a standard error is not a number of 0 or more.</exception>
    public static HistoryTrend Of(IReadOnlyList<HistoryEntry> history, string target, string metric, TrendOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentException.ThrowIfNullOrEmpty(target);
        ArgumentException.ThrowIfNullOrEmpty(metric);
        TrendPoint[] points =
        [
            .. Runs(history, target)
                .Where(run => run.Entry.Metrics.ContainsKey(metric))
                .Select(run => new TrendPoint(run.Run, run.Entry, Checked(run.Entry.Metrics[metric], metric, run.Run))),
        ];
        double seed = (options ?? new TrendOptions()).SeedStandardDeviation;
        double[] variances = [.. points.Select(point => (point.Value.StandardError * point.Value.StandardError) + (seed * seed))];
        return new HistoryTrend(target, metric, points, LevelChanges.Find([.. points.Select(point => point.Value.Estimate)], variances));
    }

    /// <summary>The metrics that a model's history has, by their estimate in the latest run that has them, highest first.</summary>
    /// <param name="history">The history, oldest first.</param>
    /// <param name="target">The model's name.</param>
    /// <returns>The names.</returns>
    public static IReadOnlyList<string> MetricsOf(IReadOnlyList<HistoryEntry> history, string target)
    {
        ArgumentNullException.ThrowIfNull(history);
        return
        [
            .. history.Where(entry => entry.Target == target)
                .SelectMany(entry => entry.Metrics)
                .GroupBy(metric => metric.Key)
                .OrderByDescending(group => group.Last().Value.Estimate)
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.Key),
        ];
    }

    internal static IEnumerable<(int Run, HistoryEntry Entry)> Runs(IReadOnlyList<HistoryEntry> history, string target)
        => history.Where(entry => entry.Target == target).Select((entry, i) => (i + 1, entry));

    private static HistoryMetric Checked(HistoryMetric value, string metric, int run)
        => double.IsFinite(value.Estimate) && double.IsFinite(value.StandardError) && value.StandardError >= 0
            ? value
            : throw new PanameDataException(FormattableString.Invariant($"Run {run} of the history has no usable '{metric}': its estimate and standard error must be finite numbers. Remove that line from the history."));
}
