using Paname.Testing;

namespace Paname.Reports;

/// <summary>Usefulness against leakage over the runs of a model: privacy is easy to gain by giving up the use.</summary>
public sealed class Tradeoff
{
    private Tradeoff(string utility, string metric, IReadOnlyList<TradeoffPoint> points)
    {
        Utility = utility;
        Metric = metric;
        Points = points;
    }

    /// <summary>The name of the measure of utility.</summary>
    public string Utility { get; }

    /// <summary>The name of the metric of leakage, such as "Loss auc"; less is better.</summary>
    public string Metric { get; }

    /// <summary>The runs that have both, oldest first. Runs whose measure has the other direction than the latest run's are left out: they measure something else.</summary>
    public IReadOnlyList<TradeoffPoint> Points { get; }

    /// <summary>Sets a measure of utility against a metric of leakage.</summary>
    /// <param name="history">The history, oldest first; other models in it are left out.</param>
    /// <param name="target">The model's name.</param>
    /// <param name="utility">The name of the measure.</param>
    /// <param name="metric">The name of the metric.</param>
    /// <returns>The runs; none when no run has both.</returns>
    public static Tradeoff Of(IReadOnlyList<HistoryEntry> history, string target, string utility, string metric)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentException.ThrowIfNullOrEmpty(target);
        ArgumentException.ThrowIfNullOrEmpty(utility);
        ArgumentException.ThrowIfNullOrEmpty(metric);
        var runs = HistoryTrend.Runs(history, target)
            .Select(run => (run.Run, Utility: run.Entry.Utility.FirstOrDefault(measure => measure.Name == utility), Leakage: run.Entry.Metrics.GetValueOrDefault(metric)))
            .Where(run => run.Utility is not null && run.Leakage is not null && double.IsFinite(run.Utility.Value) && double.IsFinite(run.Leakage.Estimate))
            .Select(run => (run.Run, Utility: run.Utility!, Leakage: run.Leakage!))
            .ToArray();
        bool? higher = runs.Length == 0 ? null : runs[^1].Utility.HigherIsBetter;
        runs = [.. runs.Where(run => run.Utility.HigherIsBetter == higher)];
        return new Tradeoff(utility, metric, [.. runs.Select(run => new TradeoffPoint(run.Run, run.Utility, run.Leakage, !runs.Any(other => Beats(other, run))))]);
    }

    private static bool Beats((int Run, UtilityMetric Utility, HistoryMetric Leakage) other, (int Run, UtilityMetric Utility, HistoryMetric Leakage) run)
    {
        double sign = run.Utility.HigherIsBetter ? 1 : -1;
        double gain = sign * (other.Utility.Value - run.Utility.Value);
        double less = run.Leakage.Estimate - other.Leakage.Estimate;
        return gain >= 0 && less >= 0 && (gain > 0 || less > 0);
    }
}
