using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Paname.Testing;

/// <summary>Runs each audit once per process, however many tests ask: keyed by content, or by reference where a target or a source of shadow models has none.</summary>
internal static class AuditCache
{
    // Device work of parallel tests runs one audit at a time: models share the cores rather than fight for them.
    private static readonly SemaphoreSlim DeviceGate = new(1, 1);

    private static readonly ConcurrentDictionary<string, Entry> ByContent = new(StringComparer.Ordinal);

    private static readonly ConditionalWeakTable<object, ByReference> ByObject = [];

    private static long s_objects;

    internal static MembershipAuditResult GetOrRun(IAuditSource source, AuditPlan plan, IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
    {
        ByReference[] unnamed = [.. source.Parts.Where(part => part.Fingerprint is null).Select(part => ByObject.GetValue(part.Part, _ => new ByReference(Interlocked.Increment(ref s_objects))))];
        ConcurrentDictionary<string, Entry> entries = unnamed is [var first, ..] ? first.Entries : ByContent;
        string key = string.Join(
            '|', [.. source.Parts.Select(part => part.Fingerprint), .. unnamed.Select(part => part.Key), source.DataKey, source.Wording, plan.Key, source.TargetName, source.Previous is { } previous ? $"previous {previous.Name} {previous.Fingerprint}" : null]);
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
                return entry.Result = MembershipAudit.Run(source, plan, progress, cancellationToken);
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

    /// <summary>The audits of an object without content, which end with it.</summary>
    private sealed class ByReference(long number)
    {
        internal string Key { get; } = FormattableString.Invariant($"object {number}");

        internal ConcurrentDictionary<string, Entry> Entries { get; } = new(StringComparer.Ordinal);
    }
}
