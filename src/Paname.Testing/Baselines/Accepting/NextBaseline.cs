namespace Paname.Testing;

/// <summary>Builds what is stored next from what was accepted and a run; keeps the acceptances and the tolerance.</summary>
internal sealed class NextBaseline(Baseline verified, Baseline received)
{
    /// <summary>A run as a baseline: each metric is its own anchor.</summary>
    internal static Baseline From(Baseline received) => received with
    {
        Metrics = Sorted(received.Metrics.Select(metric => (metric.Key, Stored(metric.Value, received.Subject)))),
        Proposal = null,
        Acceptances = [],
    };

    /// <summary>The anchor that retrainings on these records make.</summary>
    internal static BaselineAnchor Anchor(BaselineRetrainings retrainings, double standardError, BaselineSubject subject)
        => new(retrainings.Mean, standardError, retrainings.Count, retrainings.StandardDeviation) { DataFingerprint = subject.DataFingerprint };

    /// <summary>The run in place of what was accepted; anchors stay.</summary>
    internal Baseline Replaced() => verified with
    {
        Test = received.Test,
        Subject = received.Subject,
        Margin = received.Margin,
        NotApplicable = received.NotApplicable,
        Proposal = null,
        Metrics = Sorted(received.Metrics.Select(metric => (metric.Key, WithAnchorOf(metric.Key, Stored(metric.Value, received.Subject))))),
    };

    /// <summary>One more training of the same recipe. Numbers of the first training stay beside the new value; a usefulness that was not measured every time keeps its old values.</summary>
    internal Baseline WithRetraining() => verified with
    {
        NotApplicable = received.NotApplicable,
        Metrics = Sorted(verified.Metrics.Select(metric => (metric.Key, received.Metrics.TryGetValue(metric.Key, out BaselineMetric? now) ? Added(metric.Value, now) : metric.Value))),
    };

    /// <summary>What is judged, as the code has it now; numbers stay.</summary>
    internal Baseline Rejudged() => verified with
    {
        Test = received.Test,
        Margin = received.Margin,
        NotApplicable = received.NotApplicable,
        Metrics = Sorted(verified.Metrics.Select(metric => (metric.Key, received.Metrics.TryGetValue(metric.Key, out BaselineMetric? now) ? metric.Value with { Gated = now.Gated } : metric.Value))),
    };

    /// <summary>Metrics come and go with the same model: those in both keep their retrainings.</summary>
    internal Baseline WithMetricsOfRun() => Replaced() with
    {
        Subject = verified.Subject,
        Metrics = Sorted(received.Metrics.Select(metric => (metric.Key, verified.Metrics.TryGetValue(metric.Key, out BaselineMetric? old)
            ? old with { Gated = metric.Value.Gated, HigherIsWorse = metric.Value.HigherIsWorse }
            : Stored(metric.Value, received.Subject)))),
        Proposal = verified.Proposal is { } proposal && proposal.Estimates.Keys.All(received.Metrics.ContainsKey) ? proposal : null,
    };

    internal static IReadOnlyDictionary<string, BaselineMetric> Sorted(IEnumerable<(string Name, BaselineMetric Metric)> metrics)
        => new SortedDictionary<string, BaselineMetric>(metrics.ToDictionary(metric => metric.Name, metric => metric.Metric), StringComparer.Ordinal);

    private static BaselineMetric Stored(BaselineMetric metric, BaselineSubject subject) => metric with
    {
        PairedStandardError = null,
        Anchor = Anchor(metric.Retrainings, metric.StandardError, subject),
    };

    private static BaselineMetric Added(BaselineMetric old, BaselineMetric now)
        => old with { Retrainings = new BaselineRetrainings([.. old.Retrainings.Values, now.Estimate], [.. old.Retrainings.Models, now.Retrainings.Models[0]]) };

    private BaselineMetric WithAnchorOf(string name, BaselineMetric metric)
        => verified.Metrics.TryGetValue(name, out BaselineMetric? old) && !MetricNames.IsUtility(name) ? metric with { Anchor = old.Anchor } : metric;
}
