using Paname.Attacks.Membership;

namespace Paname.Testing;

/// <summary>Where an audit's observations come from: a model with data, or predictions made elsewhere.</summary>
internal interface IAuditSource
{
    string TargetName { get; }

    /// <summary>Hash of the model or predictions; null for a delegate.</summary>
    string? TargetFingerprint { get; }

    /// <summary>Tells the data from other data, by content.</summary>
    string DataKey { get; }

    /// <summary>Tells how the data is spoken of (ids shown or not, names of classes), which its content does not.</summary>
    string Wording { get; }

    /// <summary>The object whose identity stands for the target when it has no fingerprint.</summary>
    object Identity { get; }

    /// <summary>How a record, counted over members then non-members, appears in messages.</summary>
    string RecordName(int record);

    /// <summary>Findings about the split; throws where one makes the audit meaningless.</summary>
    IReadOnlyList<AuditFinding> CheckSplit();

    MembershipObservations Observe(IProgress<AuditProgress>? progress, CancellationToken cancellationToken);
}
