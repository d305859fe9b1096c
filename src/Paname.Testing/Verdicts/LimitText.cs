using System.Globalization;
using System.Text;

namespace Paname.Testing;

/// <summary>Writes a judgement as a work item: what was found, on what evidence, which records, how to replay it, what to try next.</summary>
internal sealed class LimitText(MembershipAuditResult audit, ILimitCriterion criterion, double limit, Evidence evidence, string replay)
{
    internal string Write(VerdictOutcome outcome, bool holds, IReadOnlyList<AttackVerdict> judged, AttackEstimate? strongest)
    {
        var text = new StringBuilder();
        text.AppendLine(Headline(outcome, holds));
        text.AppendLine(Line($"  {audit.Target}: {audit.Members:N0} members against {audit.NonMembers:N0} non-members, attack set {audit.AttackSet}{Accuracy()}"));
        if (audit.Shadows is { } shadows)
        {
            text.AppendLine(Line($"  Shadow models: {shadows.TrimEnd('.')}."));
        }

        text.AppendLine();
        AttackTable.Write(text, audit, criterion, judged);
        if (strongest is { ChosenAmong: > 1 })
        {
            text.AppendLine(Line($"  Strongest: {strongest.Attack}, chosen among {strongest.ChosenAmong} by its estimate; its bounds adjusted for that: L {strongest.Adjusted.Lower:F4}  U {strongest.Adjusted.Upper:F4}."));
        }

        text.AppendLine();
        if (NotRun() is { } notRun)
        {
            text.AppendLine(notRun);
        }

        foreach (AuditFinding finding in audit.Findings)
        {
            text.AppendLine(Line($"  Note: {finding.Message.TrimEnd('.')}."));
        }

        text.AppendLine(Line($"  Evidence rule: {Rule()}"));
        if (outcome != VerdictOutcome.Pass && MostExposed(judged) is { } exposed)
        {
            text.AppendLine(exposed);
        }

        text.AppendLine("  The bounds hold for this model file and this seed, over records like these; they say nothing about the recipe.");
        text.AppendLine(Line($"  Seed {audit.Seed}; replay: {replay}"));
        text.Append(NextSteps.For(outcome, audit, judged));
        return text.ToString();
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);

    private string Headline(VerdictOutcome outcome, bool holds) => (outcome, holds) switch
    {
        (VerdictOutcome.Fail, _) => Line($"Leak proven: membership inference reaches {criterion.NameWithArticle} of at least {limit} against {audit.Target}."),
        (VerdictOutcome.Pass, _) => Line($"Shown: {criterion.NameWithArticle} below {limit} for {audit.Target}, against the attacks that were run."),
        (_, true) when evidence == Evidence.LeakProven => Line($"Not proven: {criterion.NameWithArticle} of at least {limit} for {audit.Target}; nor is its absence."),
        (_, true) => Line($"Estimated: {criterion.NameWithArticle} below {limit} for {audit.Target}; its uncertainty was not looked at."),
        _ when evidence == Evidence.PointEstimate => Line($"Estimated: {criterion.NameWithArticle} of {limit} or more for {audit.Target}; its uncertainty was not looked at."),
        _ => Line($"Inconclusive: {criterion.NameWithArticle} below {limit} is not shown for {audit.Target}, and the burden of proof is on the model."),
    };

    private string Accuracy()
        => audit.MemberAccuracy is { } members && audit.NonMemberAccuracy is { } nonMembers
            ? Line($"; the model is right for {members:P2} of members and {nonMembers:P2} of non-members")
            : string.Empty;

    private string Rule() => evidence switch
    {
        Evidence.UpperBound => Line($"passes only if the upper 95 % bound of every attack lies below {limit}; a leak is proven by Holm's correction over the attacks of the audit at 5 %."),
        Evidence.LeakProven => "fails only if a leak is proven, by Holm's correction over the attacks of the audit at 5 %. Not evidence of safety.",
        _ => Line($"compares the estimate with {limit}, without its uncertainty. Not evidence of safety."),
    };

    private string? NotRun()
    {
        AttackResult[] late = [.. audit.Planned.Where(attack => attack.NotRun is not null)];
        return late.Length == 0
            ? null
            : Line($"  Not run: {string.Join(", ", late.Select(attack => attack.Name))}, since {late[0].NotRun}. Nothing is shown about {(late.Length == 1 ? "it" : "them")}; which attacks fit depends on the machine.");
    }

    private string? MostExposed(IReadOnlyList<AttackVerdict> judged)
    {
        // A two-valued score leaves its top records in an arbitrary order: name those of the finest attack at hand.
        AttackResult? attack = audit.Applicable
            .Where(candidate => candidate.IsGraded)
            .OrderByDescending(candidate => judged.FirstOrDefault(verdict => verdict.Attack == candidate.Name)?.Estimate?.Value ?? double.NegativeInfinity)
            .FirstOrDefault();
        return attack is null ? null : Line($"  Most exposed by {attack.Name}: {string.Join(", ", attack.MostExposed)}.");
    }
}
