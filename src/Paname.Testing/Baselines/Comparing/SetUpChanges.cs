using System.Globalization;

namespace Paname.Testing;

/// <summary>Finds what a run measures otherwise than its baseline: metrics, attacks, attack set, seed, margin, what is gated.</summary>
internal static class SetUpChanges
{
    internal static IReadOnlyList<SetUpChange> Of(Baseline verified, Baseline received)
    {
        var changes = new List<SetUpChange>();
        BaselineSubject old = verified.Subject;
        BaselineSubject now = received.Subject;
        Compare("test", verified.Test, received.Test, keepsNumbers: true);
        Compare("attack set", old.AttackSet, now.AttackSet);
        Compare("seed", Text(old.Seed), Text(now.Seed));
        Compare("margin", Text(verified.Margin), Text(received.Margin), keepsNumbers: true);
        bool sameData = old.DataFingerprint == now.DataFingerprint;
        if (sameData)
        {
            Compare("members of the same data", Text(old.Members), Text(now.Members));
            Compare("non-members of the same data", Text(old.NonMembers), Text(now.NonMembers));
        }

        foreach (string name in verified.Metrics.Keys.Union(received.Metrics.Keys).Where(name => !MetricNames.IsUtility(name)).Order(StringComparer.Ordinal))
        {
            Metric(name, verified.Metrics.GetValueOrDefault(name), received.Metrics.GetValueOrDefault(name), sameData);
        }

        // The wording of a reason may change with a version; whether the attack runs may not.
        foreach (string name in verified.NotApplicable.Keys.Except(received.NotApplicable.Keys).Union(received.NotApplicable.Keys.Except(verified.NotApplicable.Keys)).Order(StringComparer.Ordinal))
        {
            Compare($"attack {name}", Applies(verified, name), Applies(received, name));
        }

        return changes;

        void Metric(string name, BaselineMetric? was, BaselineMetric? isNow, bool sameRecords)
        {
            Compare($"metric {name}", Judged(was), Judged(isNow), keepsNumbers: was is not null && isNow is not null && was.HigherIsWorse == isNow.HigherIsWorse);
            if (was is not null && isNow is not null && sameRecords)
            {
                Compare($"members of {name}", Text(was.Members), Text(isNow.Members));
                Compare($"non-members of {name}", Text(was.NonMembers), Text(isNow.NonMembers));
            }
        }

        void Compare(string what, string? was, string? isNow, bool keepsNumbers = false)
        {
            if (was != isNow)
            {
                changes.Add(new SetUpChange(what, was, isNow) { KeepsNumbers = keepsNumbers });
            }
        }
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string? Judged(BaselineMetric? metric)
        => metric is null ? null : (metric.Gated ? "gated" : "shown only") + (metric.HigherIsWorse ? string.Empty : ", lower is worse");

    private static string? Applies(Baseline baseline, string attack)
        => baseline.NotApplicable.TryGetValue(attack, out string? reason) ? $"not applicable ({reason})"
            : baseline.Metrics.Keys.Any(name => name.StartsWith(attack + " ", StringComparison.Ordinal)) ? "runs"
            : null;
}
