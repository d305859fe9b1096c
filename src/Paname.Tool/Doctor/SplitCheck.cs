using Paname.Attacks.Data;
using Paname.Attacks.Metrics;

namespace Paname.Tool;

/// <summary>Looks at the data of a configuration: records on both sides, and too few for its limits.</summary>
internal static class SplitCheck
{
    internal static IEnumerable<Complaint> Of(MembershipData data, IReadOnlyList<AuditRequest.Limit> limits)
    {
        foreach (HygieneFinding finding in data.Hygiene.Findings)
        {
            yield return new Complaint("split", finding.IsFatal, finding.Message, finding.IsFatal ? "Split again, so that no record or id is on both sides." : "Mend the split, or declare what belongs together (--group).");
        }

        int members = data.Members.Count;
        int nonMembers = data.NonMembers.Count;
        foreach (AuditRequest.Limit limit in limits)
        {
            SampleSizeRefusal? refusal = limit.Fpr is { } fpr ? TprAtFpr.Refusal(members, nonMembers, fpr, limit.Below) : Auc.Refusal(members, nonMembers, limit.Below, twoValued: false);
            if (refusal is not null)
            {
                yield return new Complaint("power", true, $"{refusal.Reason}.", "Hold out more records, or raise the limit.");
            }
        }
    }
}
