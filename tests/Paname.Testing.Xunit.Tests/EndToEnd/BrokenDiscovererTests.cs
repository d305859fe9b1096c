using System.Reflection;
using Paname.Tests.Shared;
using Xunit.Sdk;

namespace Paname.Testing.Xunit.Tests.EndToEnd;

/// <summary>xUnit v2 names discoverers by strings, and drops tests whose string does not resolve, green. These tests are what catches it.</summary>
public sealed class BrokenDiscovererTests
{
    [Fact]
    public void Every_discoverer_of_the_adapter_resolves()
    {
        Assert.Contains(Discoverers(typeof(XunitAudit).Assembly), pair => pair.Attribute == typeof(MembershipInferenceTheoryAttribute));
        Assert.Empty(Unresolved(typeof(XunitAudit).Assembly));
    }

    [Fact]
    public void Generic_attribute_inherits_the_discoverer()
        => Assert.NotNull(typeof(MembershipInferenceTheoryAttribute<>).GetCustomAttributesData().Concat(typeof(MembershipInferenceTheoryAttribute<>).BaseType!.GetCustomAttributesData())
            .FirstOrDefault(data => data.AttributeType == typeof(XunitTestCaseDiscovererAttribute)));

    [Fact]
    public void Broken_string_vanishes_green_in_xunit_and_is_caught_here()
    {
        HostRun run = HostRun.Of("BrokenDiscovererHost");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Results);

        string assembly = Path.Combine(
            Repository.Root, "tests", "Hosts", "BrokenDiscovererHost", "bin", Repository.Configuration, "net10.0", "BrokenDiscovererHost.dll");
        Assert.Equal(["BrokenTheoryAttribute"], Unresolved(Assembly.LoadFrom(assembly)).Select(type => type.Name));
    }

    private static IEnumerable<Type> Unresolved(Assembly assembly)
        => Discoverers(assembly).Where(pair => !Resolves(pair.TypeName, pair.AssemblyName)).Select(pair => pair.Attribute);

    private static IEnumerable<(Type Attribute, string TypeName, string AssemblyName)> Discoverers(Assembly assembly)
        => from type in assembly.GetTypes()
           from data in type.GetCustomAttributesData()
           where data.AttributeType == typeof(XunitTestCaseDiscovererAttribute)
           select (type, (string)data.ConstructorArguments[0].Value!, (string)data.ConstructorArguments[1].Value!);

    private static bool Resolves(string type, string assembly)
        => AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(loaded => loaded.GetName().Name == assembly)?.GetType(type) is { IsPublic: true } found
            && typeof(IXunitTestCaseDiscoverer).IsAssignableFrom(found);
}
