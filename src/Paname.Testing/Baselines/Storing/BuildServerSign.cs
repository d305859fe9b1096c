namespace Paname.Testing;

/// <summary>Tells a build server by the variables it sets: nothing is accepted there.</summary>
internal static class BuildServerSign
{
    private static readonly string[] Variables =
    [
        "CI", "TF_BUILD", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION", "BUILDKITE", "CIRCLECI", "TRAVIS", "APPVEYOR", "BITBUCKET_BUILD_NUMBER", "CODEBUILD_BUILD_ID", "DRONE",
    ];

    /// <summary>The variable that gives it away, or null off a build server. A variable that says no ("false", "0") says nothing.</summary>
    internal static string? Sign(Func<string, string?> variable)
        => Array.Find(Variables, name => variable(name)?.Trim() is { Length: > 0 } value && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase));
}
