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
            if ((attack.NotApplicable ?? criterion.NotApplicable(attack)) is { } reason)
            {
                Row(attack.Name, string.Empty, string.Empty, $"not applicable: {reason}");
            }
        }

        foreach (AttackResult attack in audit.Applicable.Where(attack => attack.Aliases.Count > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {attack.Name} stands for {string.Join(", ", attack.Aliases)}, which rank records alike.");
        }

        void Row(string attack, string value, string bounds, string verdict)
            => text.AppendLine($"  {attack.PadRight(names)}  {value.PadLeft(values)}  {bounds.PadRight(BoundsWidth)}  {verdict}".TrimEnd());
    }

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
