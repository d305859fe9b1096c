using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>What one metric of an audit gives to its baseline class by class: its estimate under every attack on every class, gated. A class too small to compute is listed as such.</summary>
internal static class SliceContent
{
    // Estimates do not depend on the limit; it only has to be one.
    private const double AnyLimit = .9;

    internal static BaselineContent Of(MembershipAuditResult audit, ILimitCriterion criterion)
    {
        SlicedScores[] attacks = [.. audit.Applicable.Where(attack => attack.ByClass is not null && criterion.NotApplicable(attack) is null).Select(attack => attack.ByClass!.Value)];
        IReadOnlyList<SliceResult> results = attacks.Length == 0
            ? []
            : SliceFindings.Of(attacks, new SliceOptions { Metric = criterion.Metric, Limit = AnyLimit, Seed = audit.Seed }).Results;
        var missing = new Dictionary<string, string>(LimitContent.Missing(audit, criterion), StringComparer.Ordinal);
        foreach (SliceResult result in results.Where(result => result.Estimate is null))
        {
            missing.Add(Name(result, criterion), result.Refusal?.Reason ?? "too few records");
        }

        return new BaselineContent
        {
            Kind = ReceivedMetric.Key(criterion) + " per class",
            Subject = BaselineContent.SubjectOf(audit),
            Audit = audit,
            Metrics = results.Where(result => result.Estimate is not null).ToDictionary(
                result => Name(result, criterion),
                result => ReceivedMetric.Of(result.Estimate!.Value, result.Members, result.NonMembers, audit.TargetFingerprint, gated: true),
                StringComparer.Ordinal),
            NotApplicable = missing,
            Attacks = [.. audit.Attacks.Select(attack => attack.Name)],
            Notes = LimitContent.Notes(audit),
        };
    }

    private static string Name(SliceResult result, ILimitCriterion criterion) => $"{result.Attack} {ReceivedMetric.Key(criterion)}[{result.Slice}]";
}
