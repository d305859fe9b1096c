using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;
using NUnit.Framework.Internal.Commands;
using Paname.Attacks.Membership;
using Paname.Testing;

namespace NUnit.Framework;

/// <summary>Runs a test once per attack against a subject. The test takes one <see cref="MembershipInferenceResult"/> and holds it against limits.
/// Each row has the category Privacy and the properties Attack=name and Tier=name; an attack that cannot run shows as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class MembershipInferenceTheoryAttribute : NUnitAttribute, ITestBuilder, IImplyFixture, IWrapSetUpTearDown
{
    /// <summary>A theory without a subject: an invalid test says how to name one.</summary>
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

    /// <summary>Builds one test per attack, without loading a model. For NUnit only.</summary>
    /// <param name="method">The test method.</param>
    /// <param name="suite">Its fixture.</param>
    /// <returns>The tests.</returns>
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (MisuseOf(method) is { } misuse)
        {
            var test = new TestMethod(method, suite);
            test.MakeInvalid(misuse);
            return [test];
        }

        return PrivacyAudits.RowNamesOf(Tier).Select(attack => Row(method, suite, attack));
    }

    /// <summary>Wraps each row: skips what cannot run, fails what was never judged. For NUnit only.</summary>
    /// <param name="command">The row's command.</param>
    /// <returns>The wrapped command.</returns>
    public TestCommand Wrap(TestCommand command) => new MembershipInferenceCommand(command);

    private TestMethod Row(IMethodInfo method, Test? suite, string attack)
    {
        MembershipInferenceResult row = NUnitAudit.Audits.Row(Subject!, attack, Options, $"{method.TypeInfo.FullName}.{method.Name}");
        var parameters = new TestCaseParameters([row]) { TestName = $"{method.Name}({attack})" };
        parameters.Properties.Add(PropertyNames.Category, "Privacy");
        parameters.Properties.Add("Attack", attack);
        parameters.Properties.Add("Tier", Tier.ToString());
        return new NUnitTestCaseBuilder().BuildTestMethod(method, suite, parameters);
    }

    private string? MisuseOf(IMethodInfo method)
    {
        if (Misuse is { } misuse)
        {
            return $"[MembershipInferenceTheory] {misuse}.";
        }

        return method.GetParameters() is [{ } parameter] && parameter.ParameterType == typeof(MembershipInferenceResult)
            ? null
            : $"A [MembershipInferenceTheory] test takes exactly one parameter, of type {nameof(MembershipInferenceResult)}.";
    }
}
