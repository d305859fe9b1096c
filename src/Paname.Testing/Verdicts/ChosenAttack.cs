using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>The attack with the highest estimate, with bounds that allow for its having been chosen so.</summary>
internal static class ChosenAttack
{
    private const double Level = .05;

    /// <param name="attacks">The attacks that have the metric, with their estimates, strongest first.</param>
    /// <param name="audit">The audit they are of.</param>
    /// <param name="criterion">The metric.</param>
    /// <param name="among">How many attacks were planned.</param>
    internal static AttackEstimate? Of(IReadOnlyList<AttackEstimate> attacks, MembershipAuditResult audit, ILimitCriterion criterion, int among)
    {
        if (attacks is not [var strongest, ..])
        {
            return null;
        }

        ScoreSample sample = audit.Applicable.First(attack => attack.Name == strongest.Attack).Sample!;
        return strongest with { ChosenAmong = among, Adjusted = criterion.Estimate(sample, Level / among) };
    }
}
