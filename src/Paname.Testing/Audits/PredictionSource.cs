using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>Observations made elsewhere and read from a file or from arrays.</summary>
internal sealed class PredictionSource(PrecomputedPredictions predictions) : IAuditSource
{
    public string TargetName => predictions.Name;

    public string? TargetFingerprint => predictions.Fingerprint;

    public string DataKey => predictions.Fingerprint;

    public string Wording => string.Join('\n', [RecordName(0), .. predictions.ClassNames ?? []]);

    public object Identity => predictions;

    public string RecordName(int record)
        => record < predictions.Members ? predictions.RecordName(member: true, record) : predictions.RecordName(member: false, record - predictions.Members);

    public IReadOnlyList<AuditFinding> CheckSplit()
        => [new AuditFinding("the split was not checked for records on both sides: predictions carry no features", BlocksPass: false)];

    public MembershipObservations Observe(IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
        => new(predictions.Outputs, predictions.Labels, predictions.Members, predictions.Groups);
}
