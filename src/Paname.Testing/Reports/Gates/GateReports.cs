namespace Paname.Testing;

/// <summary>Turns judgements into gates of a report, files them, and tells a failing test where.</summary>
internal static class GateReports
{
    /// <summary>Files a limit that was judged.</summary>
    /// <returns>The verdict, its message with the place of the report where it does not hold.</returns>
    internal static Verdict Limit(MembershipAuditResult audit, string metric, double limit, Evidence evidence, Verdict verdict, GateContext context, SourcePlace? place)
    {
        AttackVerdict? strongest = verdict.Attacks.Count > 0 ? verdict.Attacks[0] : null;
        string note = context.File(audit, new ReportGate
        {
            Test = context.Test,
            Framework = context.Framework,
            Kind = "limit",
            Metric = metric,
            Limit = limit,
            Evidence = evidence.ToString(),
            Verdict = verdict.Outcome.ToString(),
            Holds = verdict.Holds,
            Attack = strongest?.Attack ?? context.Attack,
            Estimate = strongest?.Estimate?.Value,
            Lower = strongest?.Estimate?.Lower,
            Upper = strongest?.Estimate?.Upper,
            Message = verdict.Message,
            File = place?.File,
            Line = place?.Line,
        });
        return note.Length == 0 ? verdict : verdict with { Message = verdict.Message.TrimEnd() + note };
    }

    /// <summary>Files a comparison with a baseline; of its metrics, the first that decided it.</summary>
    /// <returns>The verdict, its message with the place of the report where it does not hold.</returns>
    internal static BaselineVerdict Baseline(MembershipAuditResult? audit, string baseline, BaselineVerdict verdict, GateContext context, SourcePlace? place)
    {
        BaselineMetricComparison? first = verdict.Comparison?.Metrics.FirstOrDefault(metric => metric.Gated && metric.Outcome == verdict.Outcome);
        string note = context.File(audit, new ReportGate
        {
            Test = context.Test ?? baseline,
            Framework = context.Framework,
            Kind = "baseline",
            Metric = first?.Name ?? "baseline",
            Verdict = verdict.Outcome?.ToString() ?? "NotApplicable",
            Holds = verdict.Holds,
            Attack = context.Attack,
            Estimate = first?.Received?.Estimate,
            Lower = first?.Received?.Lower,
            Upper = first?.Received?.Upper,
            Message = verdict.Message,
            File = place?.File,
            Line = place?.Line,
        });
        return note.Length == 0 ? verdict : verdict with { Message = verdict.Message.TrimEnd() + note };
    }

    /// <summary>Files a claim of epsilon that was judged.</summary>
    /// <returns>The verdict, its message with the place of the report where the claim is refuted.</returns>
    internal static EpsilonVerdict Epsilon(MembershipAuditResult? audit, double claim, EpsilonVerdict verdict, GateContext context, SourcePlace? place)
    {
        AttackEpsilon strongest = verdict.Attacks[0];
        string note = context.File(audit, new ReportGate
        {
            Test = context.Test,
            Framework = context.Framework,
            Kind = "epsilon",
            Metric = "epsilon",
            Limit = claim,
            Verdict = verdict.IsRefuted ? "Fail" : "NotRefuted",
            Holds = !verdict.IsRefuted,
            Attack = strongest.Attack,
            Estimate = strongest.Estimate.Value,
            Lower = strongest.Estimate.Value,
            Message = verdict.Message,
            File = place?.File,
            Line = place?.Line,
        });
        return note.Length == 0 ? verdict : verdict with { Message = verdict.Message.TrimEnd() + note };
    }
}
