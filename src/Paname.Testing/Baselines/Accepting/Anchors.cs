namespace Paname.Testing;

/// <summary>Moves anchors: up when asked for with a reason, down with a confirmed improvement, anew with a changed set-up.</summary>
internal static class Anchors
{
    /// <summary>Lifts each anchor to what is accepted then, the mean of its retrainings, or to the run itself when that is not among them. Those that lie above stay: an anchor falls only
    /// by a confirmed improvement.</summary>
    internal static (IReadOnlyDictionary<string, BaselineMetric> Metrics, IReadOnlyList<string> Raised) Raised(Baseline stored, Baseline received)
    {
        var raised = new List<string>();
        return (NextBaseline.Sorted([.. stored.Metrics.Select(metric => (metric.Key, Lift(metric.Key, metric.Value)))]), raised);

        BaselineMetric Lift(string name, BaselineMetric metric)
        {
            if (MetricNames.IsUtility(name) || !received.Metrics.TryGetValue(name, out BaselineMetric? now))
            {
                return metric;
            }

            BaselineAnchor own = metric.Retrainings.Models.Contains(received.Subject.TargetFingerprint)
                ? NextBaseline.Anchor(metric.Retrainings, metric.StandardError, stored.Subject)
                : NextBaseline.Anchor(now.Retrainings, now.StandardError, received.Subject);
            if (!(Worsening(metric, own.Mean - metric.Anchor.Mean) > stored.Tolerance))
            {
                return metric;
            }

            raised.Add(FormattableString.Invariant($"{name}: {metric.Anchor.Mean:F4} -> {own.Mean:F4}"));
            return metric with { Anchor = own };
        }
    }

    internal static IReadOnlyDictionary<string, BaselineMetric> AllAnew(Baseline stored)
        => NextBaseline.Sorted(stored.Metrics.Select(metric =>
            (metric.Key, metric.Value with { Anchor = NextBaseline.Anchor(metric.Value.Retrainings, metric.Value.StandardError, stored.Subject) })));

    /// <summary>Lowers the anchors of confirmed metrics to the confirming run.</summary>
    internal static IReadOnlyDictionary<string, BaselineMetric> Lowered(Baseline stored, IReadOnlyCollection<string> confirmed)
        => NextBaseline.Sorted(stored.Metrics.Select(metric =>
            (metric.Key, confirmed.Contains(metric.Key) && Worsening(metric.Value, metric.Value.Estimate - metric.Value.Anchor.Mean) < 0
                ? metric.Value with { Anchor = NextBaseline.Anchor(metric.Value.Retrainings, metric.Value.StandardError, stored.Subject) }
                : metric.Value)));

    private static double Worsening(BaselineMetric metric, double difference) => metric.HigherIsWorse ? difference : -difference;
}
