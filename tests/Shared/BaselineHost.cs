namespace Paname.Tests.Shared;

/// <summary>The life of the baselines of a host, in a directory of its own: missing, accepted, met, worse, refused on a build server, left without a test.</summary>
internal sealed class BaselineHost : IDisposable
{
    private const string Gone = "BaselineTests.Was_deleted.verified.json";

    private static readonly string[] BuildServers =
    [
        "CI", "TF_BUILD", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION", "BUILDKITE", "CIRCLECI", "TRAVIS", "APPVEYOR", "BITBUCKET_BUILD_NUMBER", "CODEBUILD_BUILD_ID", "DRONE",
    ];

    /// <summary>What makes a child process forget that it runs on a build server, where nothing is accepted.</summary>
    internal static Dictionary<string, string> NoBuildServer => BuildServers.ToDictionary(name => name, _ => string.Empty);

    private readonly string _host;
    private readonly string _directory = Directory.CreateTempSubdirectory("paname-baselines-").FullName;

    internal BaselineHost(string host)
    {
        _host = host;
        Missing = Run();
        Received = Files;
        Accepted = Run(("PANAME_ACCEPT", "1"));
        Verified = Files;
        Again = Run();
        AfterAgain = Files;
        Worse = Run(("HOST_LEAK", "1"));
        AfterWorse = Files;
        string before = Content();
        OnBuildServer = Run(("HOST_LEAK", "1"), ("PANAME_ACCEPT", "1"), ("PANAME_ACCEPT_REASON", "a reason"), ("CI", "true"));
        NothingChangedOnBuildServer = before == Content();
        File.Copy(Path.Combine(_directory, "BaselineTests.Auc.verified.json"), Path.Combine(_directory, Gone));
        File.WriteAllText(Path.Combine(_directory, Gone), File.ReadAllText(Path.Combine(_directory, Gone)).Replace("BaselineTests.Auc", "BaselineTests.Was_deleted", StringComparison.Ordinal));
        Dangling = Run();
    }

    internal HostRun Missing { get; }

    internal HostRun Accepted { get; }

    internal HostRun Again { get; }

    internal HostRun Worse { get; }

    internal HostRun OnBuildServer { get; }

    internal HostRun Dangling { get; }

    internal bool NothingChangedOnBuildServer { get; }

    internal IReadOnlyList<string> Received { get; }

    internal IReadOnlyList<string> Verified { get; }

    internal IReadOnlyList<string> AfterAgain { get; }

    internal IReadOnlyList<string> AfterWorse { get; }

    private string[] Files => [.. Directory.EnumerateFiles(_directory).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private string Content() => string.Join('\n', Files.Select(file => file + File.ReadAllText(Path.Combine(_directory, file))));

    private HostRun Run(params (string Name, string Value)[] environment)
    {
        Dictionary<string, string> all = NoBuildServer;
        all["PANAME_BASELINES"] = _directory;
        foreach ((string name, string value) in environment)
        {
            all[name] = value;
        }

        return HostRun.Of(_host, environment: all);
    }
}
