using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>Observations made elsewhere and read from a file or from arrays.</summary>
internal sealed class PredictionSource(PrecomputedPredictions predictions, IShadowSource? shadows) : IAuditSource, IDisposable
{
    public string TargetName => predictions.Name;

    public string? TargetFingerprint => predictions.Fingerprint;

    public long? Parameters => null;

    public string DataKey => predictions.Fingerprint;

    public string Wording => string.Join('\n', [RecordName(0), .. predictions.ClassNames ?? []]);

    public IReadOnlyList<(object Part, string? Fingerprint)> Parts =>
        [(predictions, predictions.Fingerprint), .. shadows is null ? Array.Empty<(object, string?)>() : [(shadows, shadows.Fingerprint)]];

    public IReadOnlyList<string>? ClassNames => predictions.ClassNames;

    public MembershipData? Data => null;

    public IShadowSource? Shadows => shadows;

    public IClassifier? Previous => null;

    public string RecordName(int record)
        => record < predictions.Members ? predictions.RecordName(member: true, record) : predictions.RecordName(member: false, record - predictions.Members);

    public IReadOnlyList<AuditFinding> CheckSplit()
        => [new AuditFinding("the split was not checked for records on both sides: predictions carry no features", BlocksPass: false)];

    public MembershipObservations Observe(IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
        => new(predictions.Outputs, predictions.Labels, predictions.Members, predictions.Groups);

    public MembershipObservations ObservePrevious(CancellationToken cancellationToken) => throw new InvalidOperationException("Predictions have no previous model.");

    public ShadowRequest Request(MembershipObservations observations, int seed) => new(predictions.Outputs, predictions.Labels ?? [], predictions.Members, seed);

    public QueryAccess? Access() => null;

    public void Dispose() => (shadows as IDisposable)?.Dispose();
}
