using System.Globalization;
using System.Text;

namespace Paname.Testing;

/// <summary>Lays out an audit's attacks: judged ones with bounds, the loss attack beside them, and those that could not run with the reason.</summary>
internal static class AttackTable
{
    internal static void Write(StringBuilder text, MembershipAuditResult audit, ILimitCriterion criterion, IReadOnlyList<AttackVerdict> judged)
    {
        int width = audit.Attacks.Max(attack => attack.Name.Length);
        text.AppendLine(Row("attack".PadRight(width), criterion.Name.PadLeft(6), "one-sided 95 % bounds", "verdict"));
        foreach (AttackVerdict verdict in judged)
        {
            text.AppendLine(Row(verdict.Attack.PadRight(width), Number(verdict.Estimate?.Value).PadLeft(criterion.Name.Length), Bounds(verdict), Say(verdict)));
        }

        foreach (AttackResult attack in audit.Attacks)
        {
            if ((attack.NotApplicable ?? criterion.NotApplicable(attack)) is { } reason)
            {
                text.AppendLine(Row(attack.Name.PadRight(width), string.Empty.PadLeft(Math.Max(6, criterion.Name.Length)), string.Empty.PadLeft(21), $"not applicable: {reason}"));
            }
        }

        foreach (AttackResult attack in audit.Applicable.Where(attack => attack.Aliases.Count > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {attack.Name} stands for {string.Join(", ", attack.Aliases)}, which rank records alike.");
        }
    }

    private static string Row(string attack, string value, string bounds, string verdict)
        => $"  {attack}  {value.PadLeft(6)}  {bounds.PadRight(21)}  {verdict}".TrimEnd();

    private static string Bounds(AttackVerdict verdict)
        => verdict.Estimate is { } estimate ? $"L {Number(estimate.Lower)}  U {Number(estimate.Upper)}" : string.Empty;

    private static string Number(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "-";

    private static string Say(AttackVerdict verdict) => verdict.Outcome switch
    {
        VerdictOutcome.Pass => "below the limit",
        VerdictOutcome.Fail => string.Create(CultureInfo.InvariantCulture, $"leak proven (Holm-adjusted p = {verdict.AdjustedPValue:G2})"),
        _ => $"inconclusive: {verdict.Reason}",
    };
}
