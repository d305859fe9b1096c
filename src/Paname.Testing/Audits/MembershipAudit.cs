using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>Runs an attack set against one source.</summary>
internal static class MembershipAudit
{
    internal static MembershipAuditResult Run(
        IAuditSource source, AttackSet set, int seed, bool labelMapConfirmed, IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
    {
        (IReadOnlyList<AuditFinding> split, MembershipObservations observations) = CheckedObservation.Make(source, progress, cancellationToken);
        List<AuditFinding> findings = [.. split];
        cancellationToken.ThrowIfCancellationRequested();
        RequireKnownClasses(observations, source.RecordName);
        (double? memberAccuracy, double? nonMemberAccuracy) = LabelMapAlarm.Accuracies(observations);
        if (!labelMapConfirmed && LabelMapAlarm.Check(observations, memberAccuracy, nonMemberAccuracy) is { } alarm)
        {
            findings.Add(alarm);
        }

        if (observations.Labels is not null && Saturation.Count(observations.Outputs, [.. observations.Labels]) is > 0 and int saturated)
        {
            findings.Add(new AuditFinding(
                FormattableString.Invariant($"{saturated} of {observations.Outputs.Count} records have a probability of exactly 0 or 1 and cannot be told apart; give logits"),
                BlocksPass: false));
        }

        return new MembershipAuditResult(new AttackRunner(observations, source.RecordName, seed, cancellationToken).Run(set))
        {
            Target = source.TargetName,
            TargetFingerprint = source.TargetFingerprint,
            DataFingerprint = source.DataKey,
            AttackSet = set.Name,
            Seed = seed,
            Members = observations.Members,
            NonMembers = observations.NonMembers,
            MemberAccuracy = memberAccuracy,
            NonMemberAccuracy = nonMemberAccuracy,
            Findings = findings,
        };
    }

    private static void RequireKnownClasses(MembershipObservations observations, Func<int, string> recordName)
    {
        if (observations.View.OutputKind is OutputKind.Losses or OutputKind.Residuals || observations.Labels is not { } labels)
        {
            return;
        }

        for (int i = 0; i < labels.Count; i++)
        {
            if (labels[i] >= observations.Outputs.Classes)
            {
                throw new PanameDataException(
                    FormattableString.Invariant($"The label of {recordName(i)} is no class of the model, which tells {observations.Outputs.Classes} apart. Check the label column and the label map."));
            }
        }
    }
}
