using Paname.Testing;
using Xunit.Sdk;

namespace Xunit;

/// <summary>Runs a test once per attack against a subject. The test takes one <see cref="MembershipInferenceResult"/> and holds it against limits.
/// Each row carries the traits Category=Privacy and Attack=name; an attack that cannot run shows as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Xunit.Sdk.MembershipInferenceTheoryDiscoverer", "Paname.Testing.Xunit")]
public class MembershipInferenceTheoryAttribute : FactAttribute
{
    /// <summary>A theory without a subject: an error row says how to name one.</summary>
    public MembershipInferenceTheoryAttribute()
    {
    }

    /// <summary>A theory about a subject.</summary>
    /// <param name="subject">A class derived from <see cref="MembershipSubject"/>.</param>
    public MembershipInferenceTheoryAttribute(Type subject) => Subject = subject;

    /// <summary>The subject, or <see langword="null"/>.</summary>
    public Type? Subject { get; }

    /// <summary>The audit's seed; unless set, the assembly's <see cref="PanameSeedAttribute"/>, else PANAME_SEED, else 1.</summary>
    public int Seed
    {
        get => ExplicitSeed ?? 0;
        set => ExplicitSeed = value;
    }

    internal int? ExplicitSeed { get; private set; }
}
