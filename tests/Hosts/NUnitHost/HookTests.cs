using NUnit.Framework;
using Paname.Testing;

namespace Hosts;

/// <summary>Set-up, tear-down and output work as for any test: 3 rows pass, 1 is not applicable.</summary>
[TestFixture]
public sealed class HookTests
{
    private int _setUps;
    private int _tearDowns;

    [SetUp]
    public void SetUp() => _setUps++;

    [TearDown]
    public void TearDown() => _tearDowns++;

    [MembershipInferenceTheory<QuietSubject>]
    public void Hooks_run(MembershipInferenceResult result)
    {
        Assert.That(_setUps, Is.EqualTo(_tearDowns + 1));
        TestContext.Out.WriteLine("written by the test");
        result.Auc.IsBelow(0.60);
    }
}
