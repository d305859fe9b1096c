using System.Reflection;
using Paname.Testing;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Hosts;

public sealed class HostFixture
{
    internal int Uses { get; set; }
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordHooksAttribute : BeforeAfterTestAttribute
{
    internal static int Befores;
    internal static int Afters;

    public override void Before(MethodInfo methodUnderTest) => Interlocked.Increment(ref Befores);

    public override void After(MethodInfo methodUnderTest) => Interlocked.Increment(ref Afters);
}

/// <summary>Fixtures, IAsyncLifetime, hooks and output helpers work as for any fact: 3 rows pass, 1 is not applicable.</summary>
[RecordHooks]
public sealed class HookTests(HostFixture fixture, ITestOutputHelper output) : IClassFixture<HostFixture>, IAsyncLifetime
{
    private static int s_disposed;
    private bool _initialised;

    public Task InitializeAsync()
    {
        _initialised = true;
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        Interlocked.Increment(ref s_disposed);
        return Task.CompletedTask;
    }

    [MembershipInferenceTheory<QuietSubject>]
    public void Hooks_run(MembershipInferenceResult result)
    {
        Assert.True(_initialised);
        Assert.True(RecordHooksAttribute.Befores > 0);
        fixture.Uses++;
        Assert.Equal(RecordHooksAttribute.Befores - 1, RecordHooksAttribute.Afters);
        Assert.Equal(s_disposed, RecordHooksAttribute.Afters);
        output.WriteLine("written by the test");
        result.Auc.IsBelow(0.60);
    }
}
