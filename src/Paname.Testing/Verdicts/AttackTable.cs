using System.Globalization;
using System.Text;

namespace Paname.Testing;

/// <summary>Lays out an audit's attacks: judged ones with bounds, the loss attack beside them, and those that could not run with the reason.</summary>
internal static class AttackTable
{
    private const int BoundsWidth = 21;

    internal static void Write(StringBuilder text, MembershipAuditResult audit, ILimitCriterion criterion, IReadOnlyList<AttackVerdict> judged)
    {
        int names = audit.Attacks.Max(attack => attack.Name.Length);
        int values = Math.Max(6, criterion.Name.Length);
        Row("attack", criterion.Name, "one-sided 95 % bounds", "verdict");
        foreach (AttackVerdict verdict in judged)
        {
            Row(verdict.Attack, Number(verdict.Estimate?.Value), Bounds(verdict), Say(verdict));
        }

        foreach (AttackResult attack in audit.Attacks)
        {
            if (Unjudged.Say(attack, criterion) is { } reason)
            {
                Row(attack.Name, string.Empty, string.Empty, reason);
            }
        }

        foreach (AttackResult attack in audit.Applicable.Where(attack => attack.Aliases.Count > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {attack.Name} stands for {string.Join(", ", attack.Aliases)}, which rank records alike.");
        }

        foreach (AttackResult attack in audit.Applicable.Where(attack => judged.Any(verdict => verdict.Attack == attack.Name)))
        {
            if (Notes(attack, audit) is { Length: > 0 } notes)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {attack.Name}: {notes}.");
            }
        }

        void Row(string attack, string value, string bounds, string verdict)
            => text.AppendLine($"  {attack.PadRight(names)}  {value.PadLeft(values)}  {bounds.PadRight(BoundsWidth)}  {verdict}".TrimEnd());
    }

    private static string Notes(AttackResult attack, MembershipAuditResult audit)
    {
        string judged = attack.Sample!.Members == audit.Members && attack.Sample.NonMembers == audit.NonMembers
            ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"judged on {attack.Sample.Members:N0} of the members and {attack.Sample.NonMembers:N0} of the non-members");
        return string.Join("; ", [.. judged.Length > 0 ? [judged] : Array.Empty<string>(), .. attack.Notes.Select(note => note.TrimEnd('.'))]);
    }

    private static string Bounds(AttackVerdict verdict)
        => verdict.Estimate is { } estimate ? $"L {Number(estimate.Lower)}  U {Number(estimate.Upper)}" : string.Empty;

    private static string Number(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "-";

    internal static string Say(AttackVerdict verdict) => verdict.Outcome switch
    {
        VerdictOutcome.Pass => "below the limit",
        VerdictOutcome.Fail => string.Create(CultureInfo.InvariantCulture, $"leak proven (Holm-adjusted p = {verdict.AdjustedPValue:G2})"),
        _ => $"inconclusive: {verdict.Reason}",
    };
}
