using Xunit;
using Xunit.Sdk;

namespace Hosts;

/// <summary>Names a discoverer that does not exist: xUnit v2 drops the test without a word.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Hosts.NoSuchDiscoverer", "BrokenDiscovererHost")]
public sealed class BrokenTheoryAttribute : FactAttribute;

public class BrokenTests
{
    [BrokenTheory]
    public void Vanishes() => Assert.Fail("never seen");
}
