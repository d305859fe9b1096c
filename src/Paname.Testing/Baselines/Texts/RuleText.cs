namespace Paname.Testing;

/// <summary>Says how each gated metric was compared, metrics compared alike together.</summary>
internal static class RuleText
{
    internal static IEnumerable<string> Of(BaselineComparison comparison)
    {
        int family = comparison.Metrics.Count(metric => metric is { Gated: true, PValue: not null });
        if (family > 0)
        {
            string over = family == 1 ? "its one-sided p-value is at most 5 %" : $"its one-sided p-value, by Holm's correction over {family} gated metrics, is at most 5 %";
            yield return $"Rule: a metric is worse if {over}; better likewise.";
        }

        foreach (IGrouping<string, BaselineMetricComparison> alike in comparison.Metrics.Where(metric => metric is { Gated: true, Reference: not null }).GroupBy(metric => Way(metric, comparison)))
        {
            yield return $"{string.Join(", ", alike.Select(metric => metric.Name))}: {alike.Key}";
        }

        foreach (BaselineMetricComparison metric in comparison.Metrics.Where(metric => metric is { Gated: true, AnchorDifference: not null }))
        {
            BaselineAnchor anchor = metric.Verified!.Anchor;
            yield return FormattableString.Invariant($"{metric.Name}: its anchor {anchor.Mean:F4}, against slow creep, is tested beside what was last accepted, each at half the level; difference to it {metric.AnchorDifference:+0.0000;-0.0000}.");
        }
    }

    private static string Way(BaselineMetricComparison metric, BaselineComparison comparison)
    {
        if (metric.SameModel)
        {
            return FormattableString.Invariant($"the same model, data and seed must give the same number up to {comparison.Verified!.Tolerance}.");
        }

        BaselineRetrainings accepted = metric.Verified!.Retrainings;
        bool sameRecords = MetricComparer.SameRecords(comparison.Verified!.Subject, comparison.Received.Subject);
        string records = sameRecords && metric.Received!.PairedStandardError is not null ? "paired with the previous model on the same records" : "unpaired";
        string spread = accepted.StandardDeviation is { } deviation ? FormattableString.Invariant($"SD {deviation:F4}") : FormattableString.Invariant($"an SD of training seeds of {DifferenceTest.FewSeedDeviation} is allowed for");
        string against = accepted.Count switch
        {
            1 => $"against one training, {records}; {spread}",
            < DifferenceTest.EnoughRetrainings => FormattableString.Invariant($"against the mean of {accepted.Count} trainings, {records}; {spread}, at least {DifferenceTest.FewSeedDeviation}"),
            _ => FormattableString.Invariant($"within the prediction interval of {accepted.Count} trainings (Student's t); {spread}, at least {DifferenceTest.LeastSeedDeviation}") + (sameRecords ? string.Empty : "; the records changed, so their luck counts too"),
        };
        return FormattableString.Invariant($"{against}; SE of the difference {metric.StandardError:F4}.");
    }
}
