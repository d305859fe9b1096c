using System.Globalization;
using MathNet.Numerics.Distributions;
using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>Holds the attacks of an audit against a limit: Pass needs every upper bound below it, Fail a leak proven by Holm over the audit's attacks.</summary>
internal sealed class LimitJudge(MembershipAuditResult audit, ILimitCriterion criterion, double limit)
{
    private const double Level = .05;
    private const double InvertedLevel = .001;

    /// <summary>The attacks planned that the metric can be computed for: the family of Holm's correction. One that time left out counts: it might have been the strongest.</summary>
    internal IReadOnlyList<AttackResult> Family => [.. audit.Planned.Where(attack => criterion.NotApplicable(attack) is null)];

    /// <summary>Judges the attack named, or all of the audit's, strongest first.</summary>
    internal IReadOnlyList<AttackVerdict> Judge(string? only)
    {
        IReadOnlyList<AttackResult> family = Family;
        double[] adjusted = Holm.Adjust([.. family.Select(PValue)]);
        return
        [
            .. family.Index().Where(attack => attack.Item.Sample is not null)
                .Select(attack => Judge(attack.Item, adjusted[attack.Index], family.Count))
                .Where(verdict => only is null || verdict.Attack == only)
                .OrderByDescending(verdict => verdict.Estimate?.Value ?? double.NegativeInfinity),
        ];
    }

    internal static VerdictOutcome Overall(IReadOnlyList<AttackVerdict> attacks)
    {
        if (attacks.Any(attack => attack.Outcome == VerdictOutcome.Fail))
        {
            return VerdictOutcome.Fail;
        }

        return attacks.Count > 0 && attacks.All(attack => attack.Outcome == VerdictOutcome.Pass) ? VerdictOutcome.Pass : VerdictOutcome.Inconclusive;
    }

    private double PValue(AttackResult attack)
        => attack.Sample is not { } sample || criterion.Refusal(sample, limit)?.Kind is SampleSizeRefusalKind.TooFewToCompute or SampleSizeRefusalKind.TooFewForVerdict
            ? 1
            : criterion.PValueAtLeast(sample, limit);

    private AttackVerdict Judge(AttackResult attack, double adjusted, int family)
    {
        ScoreSample sample = attack.Sample!;
        SampleSizeRefusal? refusal = criterion.Refusal(sample, limit);
        if (refusal?.Kind == SampleSizeRefusalKind.TooFewToCompute)
        {
            return new AttackVerdict(attack.Name, VerdictOutcome.Inconclusive, null, 1, refusal.Reason);
        }

        BoundedEstimate estimate = criterion.Estimate(sample);
        AttackVerdict With(VerdictOutcome outcome, string? reason) => new(attack.Name, outcome, estimate, adjusted, reason);
        AuditFinding[] findings = [.. audit.Findings.Where(finding => finding.SpeaksOf(attack.Name))];
        if (adjusted <= Level)
        {
            return Array.Find(findings, finding => finding.BlocksFail) is { } doubt ? With(VerdictOutcome.Inconclusive, doubt.Message) : With(VerdictOutcome.Fail, null);
        }

        if (refusal is not null)
        {
            return With(VerdictOutcome.Inconclusive, refusal.Reason);
        }

        double z = Auc.InvertedScoreZ(sample);
        if (z < Normal.InvCDF(0, 1, InvertedLevel / family))
        {
            return With(
                VerdictOutcome.Inconclusive,
                string.Create(CultureInfo.InvariantCulture, $"inverted score: members look less like members than non-members do (z = {z:F1}), so a sign, the labels or the two files may be swapped"));
        }

        if (Array.Find(findings, finding => finding.BlocksPass) is { } blocking)
        {
            return With(VerdictOutcome.Inconclusive, blocking.Message);
        }

        return estimate.Upper < limit ? With(VerdictOutcome.Pass, null) : With(VerdictOutcome.Inconclusive, Unsettled(sample, estimate));
    }

    private string Unsettled(ScoreSample sample, BoundedEstimate estimate)
    {
        if (estimate.Value >= limit)
        {
            return "the estimate is at or above the limit, though a leak of that size is not proven";
        }

        if (criterion.WideBecause(sample) is { } ties)
        {
            return ties;
        }

        int perSide = Math.Min(sample.MemberGroups, sample.NonMemberGroups);
        string judged = sample.Members < audit.Members ? "judged " : string.Empty;
        return criterion.RequiredPerSide(limit, estimate.Value) is { } needed && needed > perSide
            ? string.Create(CultureInfo.InvariantCulture, $"the upper bound reaches the limit; about {needed:N0} {judged}records per side would settle it if the estimate is right")
            : "the upper bound reaches the limit; more records narrow the bounds";
    }
}
