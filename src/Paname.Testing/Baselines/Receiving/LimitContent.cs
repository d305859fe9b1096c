namespace Paname.Testing;

/// <summary>What one metric of an audit gives to its baseline: its estimate under every attack, gated.</summary>
internal static class LimitContent
{
    internal static BaselineContent Of(MembershipAuditResult audit, ILimitCriterion criterion) => new()
    {
        Kind = ReceivedMetric.Key(criterion),
        Subject = BaselineContent.SubjectOf(audit),
        Audit = audit,
        Metrics = audit.Applicable
            .Where(attack => criterion.NotApplicable(attack) is null)
            .ToDictionary(attack => ReceivedMetric.Name(attack.Name, criterion), attack => Metric(audit, attack, criterion, gated: true), StringComparer.Ordinal),
        NotApplicable = Missing(audit, criterion),
        Attacks = [.. audit.Attacks.Select(attack => attack.Name)],
        Previous = audit.Previous,
        Notes = Notes(audit),
    };

    internal static BaselineMetric Metric(MembershipAuditResult audit, AttackResult attack, ILimitCriterion criterion, bool gated)
        => ReceivedMetric.Of(criterion.Estimate(attack.Sample!), attack.Sample!, audit.TargetFingerprint, gated);

    internal static IReadOnlyDictionary<string, string> Missing(MembershipAuditResult audit, ILimitCriterion criterion)
        => audit.Attacks.Where(attack => Unjudged.Reason(attack, criterion) is not null)
            .ToDictionary(attack => attack.Name, attack => Unjudged.Reason(attack, criterion)!, StringComparer.Ordinal);

    /// <summary>Findings that leave the numbers without their meaning.</summary>
    internal static IReadOnlyList<string> Notes(MembershipAuditResult audit)
        => [.. audit.Findings.Where(finding => finding.BlocksPass || finding.BlocksFail).Select(finding => finding.Message.TrimEnd('.'))];
}
