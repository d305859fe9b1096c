using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Reports.GitHub;

public class GitHubAnnotationsTests
{
    [Fact]
    public void Command_is_one_line_with_everything_escaped()
    {
        ReportGate gate = Reported.Gate("A:b,c%d\r\ne", message: "50 % of it: a, b::error::c\r\nsecond line") with { File = "tests/A,b:c.cs" };
        Assert.Equal(
            "::error file=tests/A%2Cb%3Ac.cs,line=12,title=Privacy gate failed%3A A%3Ab%2Cc%25d%0D%0Ae::50 %25 of it: a, b::error::c%0ALoss: 0.7000, one-sided 95 %25 bounds 0.6000 and 0.8000",
            GitHubAnnotations.Of(gate));
    }

    [Fact]
    public void Place_and_numbers_that_are_not_known_are_left_out()
        => Assert.Equal(
            "::error title=Privacy gate failed%3A a privacy test::Leak proven.",
            GitHubAnnotations.Of(Reported.Gate() with { Test = null, File = null, Line = null, Attack = null, Estimate = null }));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(10, 10)]
    [InlineData(11, 10)]
    [InlineData(200, 10)]
    public void No_more_than_GitHub_shows_and_the_last_says_how_many_are_left(int failed, int expected)
    {
        IReadOnlyList<string> lines = GitHubAnnotations.Of([Reported.Gate(holds: true), .. Enumerable.Range(0, failed).Select(i => Reported.Gate($"Tests.Number_{i}"))]);
        Assert.Equal(expected, lines.Count);
        Assert.All(lines, line => Assert.Matches("^::error [^\r\n]*::[^\r\n]*$", line));
        if (failed > 10)
        {
            Assert.Contains($"::{failed - 9} more privacy gates failed", lines[^1], StringComparison.Ordinal);
        }
    }

    /// <summary>Reads a command as GitHub's runner does: properties up to the second pair of colons, each unescaped.</summary>
    [Theory]
    [InlineData("plain")]
    [InlineData("a%2Cb,c:d::e")]
    [InlineData("line\nbreak\r")]
    [InlineData("%250A")]
    public void What_the_runner_reads_back_is_what_was_meant(string text)
    {
        string line = GitHubAnnotations.Of(Reported.Gate(text, message: "x") with { File = text, Attack = null });
        int end = line.IndexOf("::", 8, StringComparison.Ordinal);
        var properties = line[8..end].Split(',').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Unescape(pair[1]), StringComparer.Ordinal);
        Assert.Equal((text, "12", $"Privacy gate failed: {text}"), (properties["file"], properties["line"], properties["title"]));
        Assert.Equal("x", line[(end + 2)..]);

        static string Unescape(string value) => value
            .Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal)
            .Replace("%3A", ":", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
    }
}
