using Paname.Testing;

namespace Paname.Tool;

/// <summary>Holds an audit against its limits.</summary>
internal static class AuditGates
{
    internal const string TestName = "paname audit";

    /// <summary>There is no test to run again: the command itself is.</summary>
    internal static string Replay(int seed) => FormattableString.Invariant($"the same command with --seed {seed}");

    /// <summary>The audit behind them runs once: all ask for the same.</summary>
    internal static IEnumerable<JudgedGate> Limits(PrivacyAudits audits, MembershipSetup setup, AuditRequest request) => request.Limits.Select(limit =>
    {
        AuditedMetric metric = limit.Fpr is { } fpr ? audits.TprAtFpr(setup, fpr, request.Options) : audits.Auc(setup, request.Options);
        return Judged(limit, metric.Judge(limit.Below, limit.Evidence));
    });

    private static JudgedGate Judged(AuditRequest.Limit limit, Verdict verdict)
    {
        AttackVerdict? strongest = verdict.Attacks.Count > 0 ? verdict.Attacks[0] : null;
        var gate = new ReportGate
        {
            Test = TestName,
            Framework = "paname",
            Kind = "limit",
            Metric = limit.Fpr is { } fpr ? TprCriterion.KeyOf(fpr) : AucCriterion.MetricKey,
            Limit = limit.Below,
            Evidence = limit.Evidence.ToString(),
            Verdict = verdict.Outcome.ToString(),
            Holds = verdict.Holds,
            Attack = strongest?.Attack,
            Estimate = strongest?.Estimate?.Value,
            Lower = strongest?.Estimate?.Lower,
            Upper = strongest?.Estimate?.Upper,
            Message = verdict.Message,
        };
        string name = limit.Fpr is { } rate ? FormattableString.Invariant($"TPR at {rate * 100:0.####} % FPR") : "AUC";
        bool failed = verdict.Outcome == VerdictOutcome.Fail || (limit.Evidence == Evidence.PointEstimate && strongest?.Estimate is not null);
        return new JudgedGate(gate, FormattableString.Invariant($"{name} below {limit.Below}"), verdict.Holds ? ExitCode.Holds : failed ? ExitCode.GateFailed : ExitCode.Inconclusive);
    }
}
