using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Paname.Attacks.Membership;

namespace Paname.Testing;

/// <summary>Runs each audit once per process, however many tests ask: keyed by content, or by reference where a target has none.</summary>
internal static class AuditCache
{
    // Device work of parallel tests runs one audit at a time: models share the cores rather than fight for them.
    private static readonly SemaphoreSlim DeviceGate = new(1, 1);

    private static readonly ConcurrentDictionary<string, Entry> ByContent = new(StringComparer.Ordinal);

    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, Entry>> ByReference = [];

    internal static MembershipAuditResult GetOrRun(
        IAuditSource source, AttackSet set, int seed, bool labelMapConfirmed, IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
    {
        ConcurrentDictionary<string, Entry> entries = source.TargetFingerprint is null ? ByReference.GetOrCreateValue(source.Identity) : ByContent;
        string key = string.Join('|', source.TargetFingerprint, source.DataKey, source.Wording, set.Name, seed, labelMapConfirmed, source.TargetName);
        Entry entry = entries.GetOrAdd(key, _ => new Entry());
        entry.Gate.Wait(cancellationToken);
        try
        {
            if (entry.Result is { } known)
            {
                return known;
            }

            DeviceGate.Wait(cancellationToken);
            try
            {
                return entry.Result = MembershipAudit.Run(source, set, seed, labelMapConfirmed, progress, cancellationToken);
            }
            finally
            {
                DeviceGate.Release();
            }
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private sealed class Entry
    {
        internal SemaphoreSlim Gate { get; } = new(1, 1);

        internal MembershipAuditResult? Result { get; set; }
    }
}
