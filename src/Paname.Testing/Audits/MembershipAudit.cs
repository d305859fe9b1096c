using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Signals;

namespace Paname.Testing;

/// <summary>Runs an attack set against one source.</summary>
internal static class MembershipAudit
{
    internal static MembershipAuditResult Run(
        IAuditSource source, AttackSet set, int seed, bool labelMapConfirmed, IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
    {
        List<AuditFinding> findings = [.. source.CheckSplit()];
        MembershipObservations observations = source.Observe(progress, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        (double? memberAccuracy, double? nonMemberAccuracy) = LabelMapAlarm.Accuracies(observations);
        if (!labelMapConfirmed && LabelMapAlarm.Check(observations) is { } alarm)
        {
            findings.Add(alarm);
        }

        if (observations.Labels is not null && Saturation.Count(observations.Outputs, [.. observations.Labels]) is > 0 and int saturated)
        {
            findings.Add(new AuditFinding(
                FormattableString.Invariant($"{saturated} of {observations.Outputs.Count} records have a probability of exactly 0 or 1 and cannot be told apart; give logits"),
                BlocksPass: false));
        }

        var attacks = set.Attacks.Select(attack => Run(attack, observations)).ToArray();
        return new MembershipAuditResult(attacks, source.RecordName)
        {
            Target = source.TargetName,
            TargetFingerprint = source.TargetFingerprint,
            DataFingerprint = source.DataFingerprint,
            AttackSet = set.Name,
            Seed = seed,
            Members = observations.Members,
            NonMembers = observations.NonMembers,
            MemberAccuracy = memberAccuracy,
            NonMemberAccuracy = nonMemberAccuracy,
            Findings = findings,
        };
    }

    private static AttackResult Run(IMembershipAttack attack, MembershipObservations observations)
    {
        if (attack.NotApplicable(observations.View) is { } reason)
        {
            return new AttackResult(attack, reason);
        }

        var scores = new double[observations.Outputs.Count];
        attack.Score(observations, scores);
        int members = observations.Members;
        ScoreSample sample = ScoreSample.Create(
            scores.AsSpan(0, members),
            scores.AsSpan(members),
            observations.Groups?.Take(members).ToArray(),
            observations.Groups?.Skip(members).ToArray());
        return new AttackResult(attack, observations.View, sample, scores[..members]);
    }
}
