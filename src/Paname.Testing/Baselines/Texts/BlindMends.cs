namespace Paname.Testing;

/// <summary>What to do when a worsening of the margin could not be seen four times in five.</summary>
internal static class BlindMends
{
    /// <summary>The most blind metric, and the mends as one sentence, for refusals.</summary>
    internal static string Say(Baseline received, IReadOnlyList<ComparedMetric> compared, bool first = false)
    {
        BaselineMetricComparison worst = Worst(compared);
        return FormattableString.Invariant($"{worst.Name}: the smallest worsening seen four times in five is {worst.Mde:F4}, the margin is {received.Margin}. Mends: ")
            + string.Join("; ", List(received, compared, first)) + ".";
    }

    /// <summary>The mends, one a line, with their numbers and commands.</summary>
    internal static IEnumerable<string> List(Baseline received, IReadOnlyList<ComparedMetric> compared, bool first)
    {
        BaselineMetricComparison worst = Worst(compared);
        string five = $"accept five or more trainings of the recipe on these records, one run each: {Commands.Accept(received, "--retraining")}, or {Commands.InRun("retraining")} dotnet test";
        yield return first ? $"begin with this run and {five}; other models stay inconclusive until then" : five;
        yield return $"give the {(first ? "model file so begun with" : "model file last accepted")} as MembershipSetup.Previous{(first ? " of later runs" : string.Empty)}: scored on the same records, it makes far smaller differences visible";
        int? perSide = BaselinePower.RecordsPerSide(worst.Received!, received.Margin);
        yield return perSide is { } records
            ? FormattableString.Invariant($"audit more records: about {records:N0} per side show {received.Margin} between single trainings")
            : FormattableString.Invariant($"more records alone do not help: the luck of training seeds hides {received.Margin} between single trainings");
        yield return FormattableString.Invariant($"declare a larger margin, {Math.Ceiling(worst.Mde!.Value * 1000) / 1000} or more (BaselineOptions.Margin)");
    }

    /// <summary>A sentence for a baseline that later runs of another model could not be compared with, or nothing.</summary>
    internal static string Warn(Baseline stored, Baseline received)
    {
        string[] blind = [.. stored.Metrics
            .Where(metric => metric.Value.Gated && MetricNames.IsAuc(metric.Key)
                && BaselinePower.MinimalDetectableEffect(metric.Value, received.Metrics.GetValueOrDefault(metric.Key)?.PairedStandardError) > stored.Margin)
            .Select(metric => metric.Key)];
        return blind.Length == 0
            ? string.Empty
            : FormattableString.Invariant($" Comparisons of {string.Join(", ", blind)} with another model stay inconclusive for now: a worsening of {stored.Margin} would be missed too often. Add retrainings with ")
                + $"{Commands.Accept(stored, "--retraining")} until there are five, or give the accepted model file as MembershipSetup.Previous.";
    }

    private static BaselineMetricComparison Worst(IReadOnlyList<ComparedMetric> compared)
        => compared.Select(metric => metric.Row).Where(row => row is { Gated: true, Mde: not null, Received: not null } && MetricNames.IsAuc(row.Name)).OrderByDescending(row => row.Mde).First();
}
