namespace Paname.Testing.Tests.Reports.Building;

public class BuildServerTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef01234567";

    [Theory]
    [InlineData("GITHUB_ACTIONS=true;GITHUB_ACTOR=ada;GITHUB_SHA=H;GITHUB_SERVER_URL=https://github.example;GITHUB_REPOSITORY=a/b;GITHUB_RUN_ID=7", "ada", "https://github.example/a/b/actions/runs/7")]
    [InlineData("GITLAB_CI=true;GITLAB_USER_LOGIN=ada;CI_COMMIT_SHA=H;CI_JOB_URL=https://user:token@gitlab.example/a/-/jobs/7", "ada", "https://gitlab.example/a/-/jobs/7")]
    [InlineData("TF_BUILD=True;BUILD_REQUESTEDFOR=Ada L;BUILD_SOURCEVERSION=H;SYSTEM_COLLECTIONURI=https://dev.example/org/;SYSTEM_TEAMPROJECT=p;BUILD_BUILDID=7", "Ada L", "https://dev.example/org/p/_build/results?buildId=7")]
    [InlineData("JENKINS_URL=https://ci.example/;JOB_NAME=audit;GIT_COMMIT=H;BUILD_URL=https://ci.example/job/audit/7/", "audit", "https://ci.example/job/audit/7/")]
    public void Server_says_who_what_and_where(string environment, string by, string url)
    {
        Func<string, string?> read = Read(environment);
        Assert.Equal((by, Hash, url), (BuildServer.By(read), BuildServer.Commit(read), BuildServer.Url(read)));
    }

    [Fact]
    public void Elsewhere_nobody_is_named()
    {
        Func<string, string?> read = Read("USER=ada;USERNAME=ada;LOGNAME=ada;HOSTNAME=box;COMPUTERNAME=box;GITHUB_ACTOR=ada;BUILD_URL=https://ci.example/");
        Assert.Equal((null, null, null), (BuildServer.By(read), BuildServer.Commit(read), BuildServer.Url(read)));
    }

    [Fact]
    public void What_is_no_commit_or_address_is_left_out()
    {
        Func<string, string?> read = Read("JENKINS_URL=x;GIT_COMMIT=main;BUILD_URL=file:///home/ada");
        Assert.Equal((null, null), (BuildServer.Commit(read), BuildServer.Url(read)));
    }

    private static Func<string, string?> Read(string environment)
    {
        var values = environment.Split(';').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1] == "H" ? Hash : pair[1], StringComparer.Ordinal);
        return name => values.GetValueOrDefault(name);
    }
}
