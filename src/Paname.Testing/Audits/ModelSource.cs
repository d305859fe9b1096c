using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>Observations made by querying a model.</summary>
internal sealed class ModelSource(IClassifier target, MembershipData data) : IAuditSource, IDisposable
{
    public string TargetName => target.Name;

    public string? TargetFingerprint => target.Fingerprint;

    public string DataKey => data.ContentKey;

    public string Wording => string.Join('\n', [RecordName(0), .. data.ClassNames ?? []]);

    public object Identity => target;

    public string RecordName(int record)
        => record < data.Members.Count ? data.RecordName(member: true, record) : data.RecordName(member: false, record - data.Members.Count);

    public IReadOnlyList<AuditFinding> CheckSplit()
    {
        ClassOrder.Require(target, data);
        data.Hygiene.ThrowIfFatal();
        return [.. data.Hygiene.Findings.Select(finding => new AuditFinding(finding.Message.TrimEnd('.'), BlocksPass: false))];
    }

    public MembershipObservations Observe(IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
    {
        int members = data.Members.Count;
        int total = members + data.NonMembers.Count;
        int width = target.OutputKind == OutputKind.LabelsOnly ? 1 : target.Classes;
        var outputs = new double[(long)total * width];
        ClassifierScorer.Score(target, data.Members.Records, outputs.AsSpan(0, members * width), Tell(0), cancellationToken);
        ClassifierScorer.Score(target, data.NonMembers.Records, outputs.AsSpan(members * width), Tell(members), cancellationToken);
        return new MembershipObservations(
            new TargetOutputs(target.OutputKind, target.Classes, outputs, RecordName),
            [.. data.Members.Labels, .. data.NonMembers.Labels],
            members,
            data.Members.Groups is { } memberGroups && data.NonMembers.Groups is { } nonMemberGroups ? [.. memberGroups, .. nonMemberGroups] : null);

        IProgress<int>? Tell(int before) => progress is null ? null : new Forward(progress, before, total);
    }

    public void Dispose() => (target as IDisposable)?.Dispose();

    private sealed class Forward(IProgress<AuditProgress> progress, int before, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new AuditProgress(before + value, total));
    }
}
