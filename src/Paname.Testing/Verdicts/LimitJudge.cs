using System.Globalization;
using MathNet.Numerics.Distributions;
using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>Holds the attacks of an audit against a limit: Pass needs every upper bound below it, Fail a leak proven by Holm over the audit's attacks.</summary>
internal sealed class LimitJudge(MembershipAuditResult audit, ILimitCriterion criterion, double limit)
{
    private const double Level = .05;
    private const double InvertedLevel = .001;

    /// <summary>The attacks the metric can be computed for: the family of Holm's correction.</summary>
    internal IReadOnlyList<AttackResult> Family => [.. audit.Applicable.Where(attack => criterion.NotApplicable(attack) is null)];

    /// <summary>Judges the attack named, or all of the audit's, strongest first.</summary>
    internal IReadOnlyList<AttackVerdict> Judge(string? only)
    {
        IReadOnlyList<AttackResult> family = Family;
        double[] adjusted = Holm.Adjust([.. family.Select(PValue)]);
        return
        [
            .. family.Select((attack, i) => Judge(attack, adjusted[i], family.Count))
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
        => criterion.Refusal(attack.Sample!, limit)?.Kind is SampleSizeRefusalKind.TooFewToCompute or SampleSizeRefusalKind.TooFewForVerdict
            ? 1
            : criterion.PValueAtLeast(attack.Sample!, limit);

    private AttackVerdict Judge(AttackResult attack, double adjusted, int family)
    {
        SampleSizeRefusal? refusal = criterion.Refusal(attack.Sample!, limit);
        if (refusal?.Kind == SampleSizeRefusalKind.TooFewToCompute)
        {
            return new AttackVerdict(attack.Name, VerdictOutcome.Inconclusive, null, 1, refusal.Reason);
        }

        BoundedEstimate estimate = criterion.Estimate(attack.Sample!);
        AttackVerdict With(VerdictOutcome outcome, string? reason) => new(attack.Name, outcome, estimate, adjusted, reason);
        if (adjusted <= Level)
        {
            return With(VerdictOutcome.Fail, null);
        }

        if (refusal is not null)
        {
            return With(VerdictOutcome.Inconclusive, refusal.Reason);
        }

        double z = Auc.InvertedScoreZ(attack.Sample!);
        if (z < Normal.InvCDF(0, 1, InvertedLevel / family))
        {
            return With(
                VerdictOutcome.Inconclusive,
                string.Create(CultureInfo.InvariantCulture, $"inverted score: members look less like members than non-members do (z = {z:F1}), so a sign, the labels or the two files may be swapped"));
        }

        if (audit.Findings.FirstOrDefault(finding => finding.BlocksPass) is { } blocking)
        {
            return With(VerdictOutcome.Inconclusive, blocking.Message);
        }

        return estimate.Upper < limit ? With(VerdictOutcome.Pass, null) : With(VerdictOutcome.Inconclusive, Unsettled(attack.Sample!, estimate));
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

        int perSide = Math.Min(audit.Members, audit.NonMembers);
        return criterion.RequiredPerSide(limit, estimate.Value) is { } needed && needed > perSide
            ? string.Create(CultureInfo.InvariantCulture, $"the upper bound reaches the limit; about {needed:N0} records per side would settle it if the estimate is right")
            : "the upper bound reaches the limit; more records narrow the bounds";
    }
}
