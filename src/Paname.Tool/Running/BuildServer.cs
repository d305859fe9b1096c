namespace Paname.Tool;

/// <summary>Tells a build server from a person's machine: nothing is accepted there and no diff tool is opened.</summary>
internal static class BuildServer
{
    private static readonly string[] Flags = ["CI", "TF_BUILD", "GITHUB_ACTIONS", "GITLAB_CI", "TRAVIS", "CIRCLECI", "APPVEYOR", "BUILDKITE", "DRONE"];
    private static readonly string[] Names = ["JENKINS_URL", "TEAMCITY_VERSION", "BITBUCKET_BUILD_NUMBER", "CODEBUILD_BUILD_ID"];

    internal static bool IsOne(Func<string, string?> variable)
        => Array.Exists(Flags, name => IsOn(variable(name))) || Array.Exists(Names, name => !string.IsNullOrWhiteSpace(variable(name)));

    private static bool IsOn(string? value)
        => !string.IsNullOrWhiteSpace(value) && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
