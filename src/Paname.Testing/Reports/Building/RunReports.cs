using System.Reflection;
using System.Runtime.InteropServices;

namespace Paname.Testing;

/// <summary>Who ran an audit, when, where and with what.</summary>
internal static class RunReports
{
    /// <summary>The version of Paname, without the commit it was built from.</summary>
    internal static string Version { get; } = typeof(RunReports).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    internal static string? Commit => BuildServer.Commit(Environment.GetEnvironmentVariable) ?? GitHead.CommitAt(ResultPlaces.Project);

    internal static ReportRun Of(MembershipAuditResult audit) => new()
    {
        AttackSet = audit.AttackSet,
        Seed = audit.Seed,
        Started = audit.Started,
        Duration = audit.Duration,
        TimeBudget = audit.TimeBudget,
        PanameVersion = Version,
        Runtime = RuntimeInformation.FrameworkDescription,
        Platform = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}",
        By = BuildServer.By(Environment.GetEnvironmentVariable),
        Commit = Commit,
        BuildUrl = BuildServer.Url(Environment.GetEnvironmentVariable),
    };
}
