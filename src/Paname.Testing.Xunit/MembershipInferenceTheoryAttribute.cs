using Paname.Attacks.Membership;
using Paname.Testing;
using Xunit.Sdk;

namespace Xunit;

/// <summary>Runs a test once per attack against a subject. The test takes one <see cref="MembershipInferenceResult"/> and holds it against limits.
/// Each row carries the traits Category=Privacy, Attack=name and Tier=name; an attack that cannot run shows as skipped, with the reason.</summary>
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
        get => Options.Seed ?? 0;
        set => Options = Options with { Seed = value };
    }

    /// <summary>How much is run, and so which rows there are; default <see cref="AttackTier.Smoke"/>.</summary>
    public AttackTier Tier
    {
        get => Options.Tier;
        set => Options = Options with { Tier = value };
    }

    /// <summary>Whether the controls run; unless set, from <see cref="AttackTier.Standard"/> on. Switching them off is printed.</summary>
    public bool Controls
    {
        get => Options.Controls ?? Tier != AttackTier.Smoke;
        set => Options = Options with { Controls = value };
    }

    /// <summary>Seconds there are for the audit, for all rows together; default 0: as long as it takes. The row of an attack that no longer fits shows as skipped, with the reason.</summary>
    public double TimeBudgetSeconds { get; set; }

    internal AuditOptions Options
    {
        get => TimeBudgetSeconds > 0 ? field with { TimeBudget = TimeSpan.FromSeconds(TimeBudgetSeconds) } : field;
        private set;
    } = new();

    internal string? Misuse => PrivacyAudits.TheoryMisuse(Subject, Tier, TimeBudgetSeconds);
}
