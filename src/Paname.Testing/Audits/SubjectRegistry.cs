using System.Collections.Concurrent;
using System.Reflection;

namespace Paname.Testing;

/// <summary>Sets every subject up once per process, tier and seed, audits it, and disposes what it loaded.</summary>
internal static class SubjectRegistry
{
    private static readonly ConcurrentDictionary<(Type Subject, string Plan), Slot> Slots = new();

    internal static MembershipAuditResult Audit(Type subject, AuditPlan plan, IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
    {
        Slot slot = Slots.GetOrAdd((subject, plan.Key), _ => new Slot());
        slot.Gate.Wait(cancellationToken);
        try
        {
            return slot.Result ??= Run(subject, plan, progress, cancellationToken);
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    /// <summary>Why a type cannot be a subject, or null when it can; looks at the type only.</summary>
    internal static string? Misuse(Type? subject)
    {
        if (subject is null)
        {
            return "names no subject. Write [MembershipInferenceTheory<MySubject>] or [MembershipInferenceTheory(typeof(MySubject))], with a class that derives from MembershipSubject";
        }

        if (!subject.IsSubclassOf(typeof(MembershipSubject)))
        {
            return $"names {subject.Name}, which does not derive from MembershipSubject";
        }

        return subject.IsAbstract || subject.ContainsGenericParameters || subject.GetConstructor(Type.EmptyTypes) is null
            ? $"names {subject.Name}, which needs to be a concrete class with a public parameterless constructor"
            : null;
    }

    private static MembershipAuditResult Run(Type subject, AuditPlan plan, IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
    {
        if (Misuse(subject) is { } misuse)
        {
            throw new InvalidOperationException($"The audit {misuse}.");
        }

        var instance = (MembershipSubject)Activator.CreateInstance(subject, BindingFlags.DoNotWrapExceptions | BindingFlags.Public | BindingFlags.Instance, null, null, null)!;
        try
        {
            MembershipSetup setup = instance.Create(new AuditContext(plan.Seed, cancellationToken));
            using var owned = setup.Source as IDisposable;
            return AuditCache.GetOrRun(setup.Source, plan.For(setup), progress, cancellationToken);
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }

    private sealed class Slot
    {
        internal SemaphoreSlim Gate { get; } = new(1, 1);

        internal MembershipAuditResult? Result { get; set; }
    }
}
