using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>Where an audit's observations come from: a model with data, or predictions made elsewhere.</summary>
internal interface IAuditSource
{
    string TargetName { get; }

    /// <summary>Hash of the model or predictions; null for a delegate.</summary>
    string? TargetFingerprint { get; }

    /// <summary>How many parameters the model has; null when unknown.</summary>
    long? Parameters { get; }

    /// <summary>Tells the data from other data, by content.</summary>
    string DataKey { get; }

    /// <summary>Tells how the data is spoken of (ids shown or not, names of classes), which its content does not.</summary>
    string Wording { get; }

    /// <summary>What the audit rests on besides the data, each with the hash of its content; null where only the object's identity tells it from others.</summary>
    IReadOnlyList<(object Part, string? Fingerprint)> Parts { get; }

    /// <summary>The names of the classes by class index, or null.</summary>
    IReadOnlyList<string>? ClassNames { get; }

    /// <summary>The audited records; null when only predictions are known.</summary>
    MembershipData? Data { get; }

    /// <summary>Where shadow models come from, or null.</summary>
    IShadowSource? Shadows { get; }

    /// <summary>The model a baseline was accepted with, or null.</summary>
    IClassifier? Previous { get; }

    /// <summary>How a record, counted over members then non-members, appears in messages.</summary>
    string RecordName(int record);

    /// <summary>Findings about the split; throws where one makes the audit meaningless.</summary>
    IReadOnlyList<AuditFinding> CheckSplit();

    MembershipObservations Observe(IProgress<AuditProgress>? progress, CancellationToken cancellationToken);

    /// <summary>What the previous model says about the same records; only where there is one.</summary>
    MembershipObservations ObservePrevious(CancellationToken cancellationToken);

    /// <summary>What a source of shadow models is told.</summary>
    ShadowRequest Request(MembershipObservations observations, int seed);

    /// <summary>The target itself with the audited records; null when only predictions are known.</summary>
    QueryAccess? Access();
}
