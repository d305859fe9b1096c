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
        (IReadOnlyList<AuditFinding> split, MembershipObservations observations) = ScoreBesideSplitCheck(source, progress, cancellationToken);
        List<AuditFinding> findings = [.. split];
        cancellationToken.ThrowIfCancellationRequested();
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

        AttackResult[] attacks = Task.WhenAll(set.Attacks.Select(attack => Task.Run(() => Run(attack, observations), CancellationToken.None))).GetAwaiter().GetResult();
        return new MembershipAuditResult(attacks, source)
        {
            Target = source.TargetName,
            TargetFingerprint = source.TargetFingerprint,
            AttackSet = set.Name,
            Seed = seed,
            Members = observations.Members,
            NonMembers = observations.NonMembers,
            MemberAccuracy = memberAccuracy,
            NonMemberAccuracy = nonMemberAccuracy,
            Findings = findings,
        };
    }

    /// <summary>Checks the split on another thread while the model is queried on this one; what is wrong with the split is told before what is wrong with the model.</summary>
    private static (IReadOnlyList<AuditFinding> Split, MembershipObservations Observations) ScoreBesideSplitCheck(
        IAuditSource source, IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<IReadOnlyList<AuditFinding>> split = Task.Run(CheckSplit, CancellationToken.None);
        try
        {
            MembershipObservations observations = source.Observe(progress, stop.Token);
            return (split.GetAwaiter().GetResult(), observations);
        }
        catch
        {
            split.GetAwaiter().GetResult();
            throw;
        }

        IReadOnlyList<AuditFinding> CheckSplit()
        {
            try
            {
                return source.CheckSplit();
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }
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
