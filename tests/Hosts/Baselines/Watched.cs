using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Testing;

namespace Hosts;

/// <summary>One model whose leak the parent sets (HOST_LEAK): the same records each time, other outputs.</summary>
internal static class Watched
{
    internal static MembershipData Data { get; } = Known.Data();

    internal static IClassifier Model { get; } = Known.Model(Data, Environment.GetEnvironmentVariable("HOST_LEAK") == "1" ? 1 : 0);

    /// <summary>A worsening of the default margin cannot be seen with 1,000 records per side and one training.</summary>
    internal static BaselineOptions Options { get; } = new() { Margin = .1 };
}

/// <summary>The watched model as a subject.</summary>
public sealed class WatchedSubject : MembershipSubject
{
    protected override MembershipSetup SetUp(AuditContext context) => new(Watched.Model, Watched.Data) { Utility = [new UtilityMetric("accuracy", .9)] };
}
