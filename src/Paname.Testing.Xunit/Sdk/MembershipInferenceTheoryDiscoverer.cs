using System.ComponentModel;
using Paname.Testing;
using Xunit.Abstractions;

namespace Xunit.Sdk;

/// <summary>Turns a <see cref="MembershipInferenceTheoryAttribute"/> into one test case per attack, without loading a model. For xUnit only.</summary>
/// <param name="diagnosticMessageSink">xUnit's sink.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MembershipInferenceTheoryDiscoverer(IMessageSink diagnosticMessageSink) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        ArgumentNullException.ThrowIfNull(factAttribute);
        TestMethodDisplay display = discoveryOptions.MethodDisplayOrDefault();
        if (Misuse(testMethod, factAttribute) is { } misuse)
        {
            return [new ExecutionErrorTestCase(diagnosticMessageSink, display, discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, misuse)];
        }

        AuditOptions options = factAttribute.GetNamedArgument<AuditOptions>(nameof(MembershipInferenceTheoryAttribute.Options));
        return PrivacyAudits.RowNamesOf(options.Tier).Select(
            attack => new MembershipInferenceTestCase(diagnosticMessageSink, display, discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, attack));
    }

    private static string? Misuse(ITestMethod testMethod, IAttributeInfo attribute)
    {
        if (attribute.GetNamedArgument<string?>(nameof(MembershipInferenceTheoryAttribute.Misuse)) is { } misuse)
        {
            return $"[MembershipInferenceTheory] {misuse}.";
        }

        IParameterInfo[] parameters = [.. testMethod.Method.GetParameters()];
        return parameters.Length == 1 && parameters[0].ParameterType.Name == typeof(MembershipInferenceResult).FullName
            ? null
            : $"A [MembershipInferenceTheory] test takes exactly one parameter, of type {nameof(MembershipInferenceResult)}.";
    }
}
