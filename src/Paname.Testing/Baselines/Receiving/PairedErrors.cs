namespace Paname.Testing;

/// <summary>Gives AUCs the standard error of their difference to the baseline where the baseline's model was attacked on the same records in the same run. Otherwise the two runs count as independent,
/// and the notes say why.</summary>
internal static class PairedErrors
{
    // Far below any standard error: other processors give other last digits, other shadow models or records more than that.
    private const double SameValue = 1e-4;

    internal static (Baseline Received, IReadOnlyList<string> Notes) Apply(Baseline received, Baseline? verified, PreviousRun? previous)
    {
        if (previous is null || verified is null || (received.Subject.TargetFingerprint is { } own && own == verified.Subject.TargetFingerprint))
        {
            return (received, []);
        }

        if (Unusable(received.Subject, verified.Subject, previous) is { } reason)
        {
            return (received, [$"unpaired comparison, which sees less: {reason}"]);
        }

        var metrics = new Dictionary<string, BaselineMetric>(received.Metrics, StringComparer.Ordinal);
        var notes = new List<string>();
        var paired = new List<string>();
        foreach ((string attack, PairedAuc auc) in previous.Attacks)
        {
            string name = ReceivedMetric.Name(attack, new AucCriterion());
            if (!metrics.TryGetValue(name, out BaselineMetric? metric) || !verified.Metrics.TryGetValue(name, out BaselineMetric? old))
            {
                continue;
            }

            string? not = auc.NotPaired ?? (Math.Abs(auc.Previous - old.Estimate) <= SameValue ? null
                : FormattableString.Invariant($"the previous model has an AUC of {auc.Previous:F4} now and {old.Estimate:F4} in the baseline"));
            if (not is null)
            {
                metrics[name] = metric with { PairedStandardError = auc.StandardError };
                paired.Add(attack);
            }
            else
            {
                notes.Add($"unpaired comparison of {attack}, which sees less: {not}");
            }
        }

        return paired.Count == 0
            ? (received, notes)
            : (received with { Metrics = metrics }, [$"paired comparison of {string.Join(", ", paired)}: the previous model {previous.Name} was attacked in this run on the same records", .. notes]);
    }

    private static string? Unusable(BaselineSubject received, BaselineSubject verified, PreviousRun previous)
        => previous.Fingerprint is null || previous.Fingerprint != verified.TargetFingerprint ? $"the previous model given, {previous.Name}, is not the one the baseline was accepted with"
            : received.DataFingerprint != verified.DataFingerprint ? "the baseline was measured on other records"
            : received.Seed != verified.Seed || received.AttackSet != verified.AttackSet ? "the baseline was measured with another seed or attack set"
            : previous.NotRun is { } reason ? $"the previous model was not attacked: {reason}"
            : null;
}
