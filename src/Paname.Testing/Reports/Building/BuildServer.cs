namespace Paname.Testing;

/// <summary>What the environment of a build server says of a run: who started it, on which commit, where it can be looked at.</summary>
internal static class BuildServer
{
    private static readonly Server[] Servers =
    [
        new("GITHUB_ACTIONS", ["GITHUB_ACTOR"], ["GITHUB_SHA"], read => Join(read, "GITHUB_SERVER_URL", "/", "GITHUB_REPOSITORY", "/actions/runs/", "GITHUB_RUN_ID")),
        new("GITLAB_CI", ["GITLAB_USER_LOGIN"], ["CI_COMMIT_SHA"], read => read("CI_JOB_URL")),
        new("TF_BUILD", ["BUILD_REQUESTEDFOR"], ["BUILD_SOURCEVERSION"], read => Join(read, "SYSTEM_COLLECTIONURI", string.Empty, "SYSTEM_TEAMPROJECT", "/_build/results?buildId=", "BUILD_BUILDID")),
        new("JENKINS_URL", ["JOB_NAME"], ["GIT_COMMIT"], read => read("BUILD_URL")),
        new("TEAMCITY_VERSION", ["TEAMCITY_BUILDCONF_NAME"], ["BUILD_VCS_NUMBER"], read => read("BUILD_URL")),
        new("CIRCLECI", ["CIRCLE_USERNAME", "CIRCLE_JOB"], ["CIRCLE_SHA1"], read => read("CIRCLE_BUILD_URL")),
        new("BUILDKITE", ["BUILDKITE_BUILD_CREATOR", "BUILDKITE_PIPELINE_SLUG"], ["BUILDKITE_COMMIT"], read => read("BUILDKITE_BUILD_URL")),
    ];

    /// <summary>The variables by which these servers are known.</summary>
    internal static IEnumerable<string> Flags => Servers.Select(server => server.Flag);

    /// <summary>Who started the run: what the server says, and only where there is one. Null elsewhere: the name of a local account is nobody's business.</summary>
    internal static string? By(Func<string, string?> read) => Server.Of(read)?.Actors.Select(read).FirstOrDefault(NotBlank);

    /// <summary>The commit as the environment names it, also where a server is not known.</summary>
    internal static string? Commit(Func<string, string?> read)
        => Servers.SelectMany(server => server.Commits).Select(read).FirstOrDefault(GitHead.IsHash);

    /// <summary>The run's address, without credentials.</summary>
    internal static string? Url(Func<string, string?> read)
    {
        return Uri.TryCreate(Server.Of(read)?.Address(read), UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)
            : null;
    }

    private static bool NotBlank(string? text) => !string.IsNullOrWhiteSpace(text);

    private static string? Join(Func<string, string?> read, string first, string after, string second, string then, string third)
        => read(first) is { Length: > 0 } a && read(second) is { Length: > 0 } b && read(third) is { Length: > 0 } c ? a + after + b + then + c : null;

    private sealed record Server(string Flag, IReadOnlyList<string> Actors, IReadOnlyList<string> Commits, Func<Func<string, string?>, string?> Address)
    {
        internal static Server? Of(Func<string, string?> read) => Array.Find(Servers, server => BuildServerSign.IsSet(read(server.Flag)));
    }
}
