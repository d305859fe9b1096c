using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;
using NUnit.Framework.Internal.Commands;
using Paname.Testing;

namespace NUnit.Framework;

/// <summary>Runs a test once per attack against a subject. The test takes one <see cref="MembershipInferenceResult"/> and holds it against limits.
/// Each row has the category Privacy and the property Attack=name; an attack that cannot run shows as skipped, with the reason.</summary>
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
        get => ExplicitSeed ?? 0;
        set => ExplicitSeed = value;
    }

    internal int? ExplicitSeed { get; private set; }

    /// <summary>Builds one test per attack, without loading a model. For NUnit only.</summary>
    /// <param name="method">The test method.</param>
    /// <param name="suite">Its fixture.</param>
    /// <returns>The tests.</returns>
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (Misuse(method) is { } misuse)
        {
            var test = new TestMethod(method, suite);
            test.MakeInvalid(misuse);
            return [test];
        }

        return PrivacyAudits.RowNames.Select(attack => Row(method, suite, attack));
    }

    /// <summary>Wraps each row: skips what cannot run, fails what was never judged. For NUnit only.</summary>
    /// <param name="command">The row's command.</param>
    /// <returns>The wrapped command.</returns>
    public TestCommand Wrap(TestCommand command) => new MembershipInferenceCommand(command);

    private TestMethod Row(IMethodInfo method, Test? suite, string attack)
    {
        MembershipInferenceResult row = NUnitAudit.Audits.Row(Subject!, attack, ExplicitSeed, $"{method.TypeInfo.FullName}.{method.Name}");
        var parameters = new TestCaseParameters([row]) { TestName = $"{method.Name}({attack})" };
        parameters.Properties.Add(PropertyNames.Category, "Privacy");
        parameters.Properties.Add("Attack", attack);
        return new NUnitTestCaseBuilder().BuildTestMethod(method, suite, parameters);
    }

    private string? Misuse(IMethodInfo method)
    {
        if (PrivacyAudits.SubjectMisuse(Subject) is { } misuse)
        {
            return $"[MembershipInferenceTheory] {misuse}.";
        }

        return method.GetParameters() is [{ } parameter] && parameter.ParameterType == typeof(MembershipInferenceResult)
            ? null
            : $"A [MembershipInferenceTheory] test takes exactly one parameter, of type {nameof(MembershipInferenceResult)}.";
    }
}
