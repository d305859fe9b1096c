namespace Paname.Testing;

/// <summary>A run as the first or only one of its recipe: what a later comparison with it could see.</summary>
internal static class ReceivedRun
{
    internal static void Check(Baseline received)
    {
        var path = new FieldPath(received.Test);
        BaselineCheck.Check(received, path);
        foreach ((string name, BaselineMetric metric) in received.Metrics)
        {
            if (metric.Retrainings.Count != 1)
            {
                throw path["metrics"][name]["retrainings"].Error("holds several values: a run is one training");
            }
        }
    }

    /// <summary>The metrics with the smallest worsening that a retraining of the same recipe would have to show.</summary>
    internal static IReadOnlyList<ComparedMetric> Planned(Baseline received)
        => [.. received.Metrics
            .OrderByDescending(metric => metric.Value.Gated).ThenBy(metric => MetricNames.IsUtility(metric.Key)).ThenBy(metric => metric.Key, StringComparer.Ordinal)
            .Select(metric => new ComparedMetric(new BaselineMetricComparison
            {
                Name = metric.Key,
                Gated = metric.Value.Gated,
                Received = metric.Value,
                Mde = MetricNames.IsUtility(metric.Key) ? null : BaselinePower.MinimalDetectableEffect(metric.Value, metric.Value.PairedStandardError),
            }))];

    internal static bool IsBlind(Baseline received) => Planned(received).Any(metric => metric.IsBlind(received.Margin));
}
