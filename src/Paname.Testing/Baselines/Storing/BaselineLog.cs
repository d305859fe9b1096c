namespace Paname.Testing;

/// <summary>The line of a comparison among the machine-readable results.</summary>
internal static class BaselineLog
{
    internal static void Write(BaselineSubject subject, string baseline, BaselineVerdict verdict, GateContext context)
    {
        BaselineMetricComparison? first = verdict.Comparison?.Metrics.FirstOrDefault(metric => metric.Gated && metric.Outcome == verdict.Outcome);
        GateLog.Append(new Dictionary<string, object?>
        {
            ["attackSet"] = subject.AttackSet,
            ["baseline"] = baseline,
            ["difference"] = first?.Difference,
            ["estimate"] = first?.Received?.Estimate,
            ["framework"] = context.Framework,
            ["holds"] = verdict.Holds,
            ["metric"] = "baseline",
            ["metricName"] = first?.Name,
            ["model"] = subject.Target,
            ["seed"] = subject.Seed,
            ["test"] = context.Test ?? baseline,
            ["verdict"] = verdict.Outcome?.ToString() ?? "NotApplicable",
        });
    }
}
