using System.Text;
using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>Writes what was found class by class.</summary>
internal static class SliceText
{
    internal static string Write(
        MembershipAuditResult audit, ILimitCriterion criterion, double limit, VerdictOutcome outcome, SliceFindings findings, IReadOnlyList<AttackVerdict> judged, string replay)
    {
        var text = new StringBuilder();
        text.AppendLine(outcome switch
        {
            VerdictOutcome.Fail => Line($"Leak proven: membership inference reaches {criterion.NameWithArticle} of at least {limit} on a class, against {audit.Target}."),
            VerdictOutcome.Pass => Line($"Shown: {criterion.NameWithArticle} below {limit} on every class for {audit.Target}, against the attacks that were run."),
            _ => Line($"Inconclusive: {criterion.NameWithArticle} below {limit} is not shown on every class for {audit.Target}, and the burden of proof is on the model."),
        });
        text.AppendLine(Line($"  {audit.Target}: {audit.Members:N0} members against {audit.NonMembers:N0} non-members, attack set {audit.AttackSet}, class by class"));
        text.AppendLine();
        int width = judged.Max(verdict => verdict.Attack.Length);
        foreach (AttackVerdict verdict in judged)
        {
            string bounds = verdict.Estimate is { } estimate ? Line($"{estimate.Value:F4}  L {estimate.Lower:F4}  U {estimate.Upper:F4}") : "-";
            text.AppendLine(Line($"  {verdict.Attack.PadRight(width)}  {bounds}  {AttackTable.Say(verdict)}"));
        }

        text.AppendLine();
        if (findings is { Worst: { } worst, Comparisons: > 1 })
        {
            text.AppendLine(Line($"  Worst: {worst.Statement}."));
        }

        foreach (AuditFinding finding in audit.Findings)
        {
            text.AppendLine(Line($"  Note: {finding.Message.TrimEnd('.')}."));
        }

        text.AppendLine(Line($"  Evidence rule: passes only if the upper 95 % bound of every attack on every class lies below {limit}; a leak is proven by Holm's correction over the {findings.Comparisons} attacks and classes that can be computed at 5 %."));
        text.Append(Line($"  Seed {audit.Seed}; replay: {replay}"));
        return text.ToString();
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
