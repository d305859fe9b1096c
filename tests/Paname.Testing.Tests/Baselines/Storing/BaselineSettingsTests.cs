using System.Runtime.InteropServices;

namespace Paname.Testing.Tests.Baselines.Storing;

/// <summary>Where baselines are kept, and what environment variables may do.</summary>
public sealed class BaselineSettingsTests
{
    public static TheoryData<string> BuildServers => new(
        "CI", "TF_BUILD", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION", "BUILDKITE", "CIRCLECI", "TRAVIS", "APPVEYOR", "BITBUCKET_BUILD_NUMBER", "CODEBUILD_BUILD_ID", "DRONE");

    [Theory]
    [MemberData(nameof(BuildServers))]
    public void Accepting_is_refused_on_every_build_server(string server)
    {
        Assert.Contains(server, Assert.Throws<InvalidOperationException>(() => Of(("PANAME_ACCEPT", "1"), (server, "1"))).Message, StringComparison.Ordinal);
        Assert.Contains(server, Assert.Throws<InvalidOperationException>(() => Of(("PANAME_ACCEPT", "retraining"), (server, "https://server.example"))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Of(("PANAME_ACCEPT", "1"), ("PANAME_ACCEPT_REASON", "a reason"), (server, "true")));
        Assert.Equal(AcceptMode.None, Of((server, "true")).Accept);
        Assert.Equal(AcceptMode.Accept, Of(("PANAME_ACCEPT", "1"), (server, "false")).Accept);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("0", 0)]
    [InlineData("false", 0)]
    [InlineData("1", 1)]
    [InlineData("True", 1)]
    [InlineData("retraining", 2)]
    [InlineData(" new-anchor ", 3)]
    public void Modes_are_read(string value, int mode) => Assert.Equal((AcceptMode)mode, Of(("PANAME_ACCEPT", value)).Accept);

    [Fact]
    public void Unknown_mode_is_an_error_that_lists_them()
        => Assert.Contains("none of 1, retraining and new-anchor", Assert.Throws<InvalidOperationException>(() => Of(("PANAME_ACCEPT", "yes please"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Directory_comes_from_the_build_and_can_be_overridden()
    {
        string root = Path.GetTempPath();
        Assert.Equal(Path.Combine(root, "project", "baselines"), Of().Directory);
        Assert.Equal(Path.Combine(root, "project", "elsewhere"), Of(("PANAME_BASELINES", "elsewhere")).Directory);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => new BaselineSettings(_ => null, _ => null));
        Assert.Contains("Paname.BaselineDirectory", error.Message, StringComparison.Ordinal);
        Assert.Contains("build/Paname.Testing.targets", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Environment_is_the_portable_runtime_unless_named()
    {
        Assert.Equal((RuntimeInformation.IsOSPlatform(OSPlatform.Linux) || !Of().Environment.StartsWith("linux", StringComparison.Ordinal), false), (true, Of().IsEnvironmentNamed));
        Assert.Matches("^(linux|linux-musl|win|osx)-(x64|arm64|x86|arm)$", Of().Environment);
        Assert.Equal(("gpu-box", true), (Of(("PANAME_ENVIRONMENT", "gpu/box")).Environment, Of(("PANAME_ENVIRONMENT", "gpu/box")).IsEnvironmentNamed));
    }

    private static BaselineSettings Of(params (string Name, string Value)[] environment)
        => new(
            name => environment.FirstOrDefault(pair => pair.Name == name).Value,
            key => key == BaselineSettings.AssemblyKey ? "Tests" : Path.Combine(Path.GetTempPath(), "project", key == BaselineSettings.DirectoryKey ? "baselines" : string.Empty));
}
