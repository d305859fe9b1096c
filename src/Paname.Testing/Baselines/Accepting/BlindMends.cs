namespace Paname.Testing;

/// <summary>What to do when a worsening of the margin could not be seen four times in five.</summary>
internal static class BlindMends
{
    internal static string Say(Baseline received)
    {
        ComparedMetric worst = ReceivedRun.Planned(received).Where(metric => metric.Row.Gated && MetricNames.IsAuc(metric.Row.Name)).OrderByDescending(metric => metric.Row.Mde).First();
        return FormattableString.Invariant(
            $"{worst.Row.Name}: the smallest worsening seen four times in five is {worst.Row.Mde:F3}, the margin is {received.Margin}. Mends: the previous model file (MembershipSetup.Previous); five or more retrainings, accepted one by one as retrainings; more records; or a larger declared margin.");
    }

    /// <summary>A sentence for a baseline that later runs could not be compared with, or nothing.</summary>
    internal static string Warn(Baseline stored) => string.Empty;
}
