using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>Observations made by querying a model.</summary>
internal sealed class ModelSource(IClassifier target, MembershipData data, IShadowSource? shadows, IGradientTarget? gradients, IReadOnlyList<IRecordTransform> views, IClassifier? previous = null)
    : IAuditSource, IDisposable
{
    public string TargetName => target.Name;

    public string? TargetFingerprint => target.Fingerprint;

    public long? Parameters => (target as IParameterCount)?.Parameters;

    public string DataKey => data.ContentKey;

    public string Wording => string.Join('\n', [RecordName(0), .. data.ClassNames ?? []]);

    public IReadOnlyList<(object Part, string? Fingerprint)> Parts { get; } =
    [
        (target, target.Fingerprint),
        .. shadows is null ? Array.Empty<(object, string?)>() : [(shadows, shadows.Fingerprint)],
        .. gradients is null ? Array.Empty<(object, string?)>() : [(gradients, gradients.Fingerprint)],
        .. views.Select(view => ((object)view, (string?)null)),
    ];

    public IReadOnlyList<string>? ClassNames => data.ClassNames;

    public MembershipData? Data => data;

    public IShadowSource? Shadows => shadows;

    public IClassifier? Previous => previous;

    public string RecordName(int record)
        => record < data.Members.Count ? data.RecordName(member: true, record) : data.RecordName(member: false, record - data.Members.Count);

    public IReadOnlyList<AuditFinding> CheckSplit()
    {
        ClassOrder.Require(target, data);
        data.Hygiene.ThrowIfFatal();
        return [.. data.Hygiene.Findings.Select(finding => new AuditFinding(finding.Message.TrimEnd('.'), BlocksPass: false))];
    }

    public MembershipObservations Observe(IProgress<AuditProgress>? progress, CancellationToken cancellationToken) => Observe(target, progress, cancellationToken);

    public MembershipObservations ObservePrevious(CancellationToken cancellationToken)
    {
        ClassOrder.Require(previous!, data);
        return Observe(previous!, progress: null, cancellationToken);
    }

    public ShadowRequest Request(MembershipObservations observations, int seed)
        => new(observations.Outputs, observations.Labels!, observations.Members, seed) { Target = target, Data = data, Views = views };

    public QueryAccess Access() => new(target, data.Members.Records.Concat(data.NonMembers.Records)) { Gradients = gradients };

    public void Dispose()
    {
        foreach (IDisposable part in Parts.Select(part => part.Part).Append(previous).Distinct(ReferenceEqualityComparer.Instance).OfType<IDisposable>().Reverse())
        {
            part.Dispose();
        }
    }

    private MembershipObservations Observe(IClassifier model, IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
    {
        int members = data.Members.Count;
        int total = members + data.NonMembers.Count;
        int width = model.OutputKind == OutputKind.LabelsOnly ? 1 : model.Classes;
        var outputs = new double[(long)total * width];
        ClassifierScorer.Score(model, data.Members.Records, outputs.AsSpan(0, members * width), Tell(0), cancellationToken);
        ClassifierScorer.Score(model, data.NonMembers.Records, outputs.AsSpan(members * width), Tell(members), cancellationToken);
        return new MembershipObservations(
            new TargetOutputs(model.OutputKind, model.Classes, outputs, RecordName),
            [.. data.Members.Labels, .. data.NonMembers.Labels],
            members,
            data.Members.Groups is { } memberGroups && data.NonMembers.Groups is { } nonMemberGroups ? [.. memberGroups, .. nonMemberGroups] : null);

        IProgress<int>? Tell(int before) => progress is null ? null : new Forward(progress, before, total);
    }

    private sealed class Forward(IProgress<AuditProgress> progress, int before, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new AuditProgress(before + value, total));
    }
}
