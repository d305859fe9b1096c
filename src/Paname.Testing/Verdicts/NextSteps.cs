using System.Text;

namespace Paname.Testing;

/// <summary>What the owner of a model can do about a verdict.</summary>
internal static class NextSteps
{
    internal static string For(VerdictOutcome outcome, MembershipAuditResult audit, IReadOnlyList<AttackVerdict> judged)
    {
        var text = new StringBuilder();
        switch (outcome)
        {
            case VerdictOutcome.Fail:
                text.AppendLine("  Try next:");
                if (audit.MemberAccuracy - audit.NonMemberAccuracy > .05)
                {
                    text.AppendLine("  - close the gap between training and holdout accuracy: fewer epochs or early stopping, weight decay, dropout, a smaller model;");
                }

                text.AppendLine("  - give out less: labels or rounded probabilities instead of full scores, where the use allows it;");
                text.AppendLine("  - train with differential privacy, or remove duplicates and outliers, then audit again: removing records exposes others.");
                break;
            case VerdictOutcome.Inconclusive:
                text.AppendLine("  Try next:");
                text.AppendLine("  - mend what the table names (labels, the split, a swapped file), or");
                text.AppendLine("  - hold out more records: non-members must not have been seen in training. Adding records after this result is a second look: say so.");
                break;
        }

        return text.ToString().TrimEnd();
    }
}
