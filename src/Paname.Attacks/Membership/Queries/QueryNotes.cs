using Paname.Attacks.Data;

namespace Paname.Attacks.Membership;

/// <summary>The clauses that attacks with a query budget give for the report.</summary>
internal static class QueryNotes
{
    internal static IEnumerable<string> Of(MembershipObservations observations, int[] drawn, long perRecord, long total)
    {
        yield return FormattableString.Invariant($"{perRecord:N0} queries per record at most, {total:N0} in all");
        if (drawn.Length < observations.Outputs.Count)
        {
            yield return FormattableString.Invariant($"{drawn.Length:N0} of {observations.Outputs.Count:N0} records judged, drawn at random within each side");
        }
    }

    internal static IEnumerable<string> Rounding(Records records)
    {
        if (records.Fields.Any(field => field.ElementType == typeof(long) || field.ElementType == typeof(byte)))
        {
            yield return "whole-number fields rounded when the target was asked";
        }
    }
}
