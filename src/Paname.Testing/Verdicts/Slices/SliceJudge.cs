using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>Holds one attack's result on one class against the limit, by the rules of the whole audit.</summary>
internal static class SliceJudge
{
    internal static AttackVerdict Judge(MembershipAuditResult audit, SliceResult result, double limit)
    {
        string name = $"{result.Attack} on {result.Slice}";
        AuditFinding[] findings = [.. audit.Findings.Where(finding => finding.SpeaksOf(result.Attack))];
        AttackVerdict With(VerdictOutcome outcome, string? reason) => new(name, outcome, result.Estimate, result.AdjustedPValue ?? 1, reason);
        if (result.LeakProven)
        {
            return Array.Find(findings, finding => finding.BlocksFail) is { } doubt ? With(VerdictOutcome.Inconclusive, doubt.Message) : With(VerdictOutcome.Fail, null);
        }

        if ((result.Refusal?.Reason ?? Array.Find(findings, finding => finding.BlocksPass)?.Message) is { } reason)
        {
            return With(VerdictOutcome.Inconclusive, reason);
        }

        return result.Estimate is { } estimate && estimate.Upper < limit
            ? With(VerdictOutcome.Pass, null)
            : With(VerdictOutcome.Inconclusive, "the upper bound reaches the limit; more records of the class narrow the bounds");
    }
}
