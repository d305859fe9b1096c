using System.Text.RegularExpressions;

namespace Paname.Documentation.Tests;

/// <summary>Relative links of the documents point at something that is there.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Paths { get; } = [.. Documents.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Relative_links_exist(string document)
    {
        string directory = Path.GetDirectoryName(Documents.FullPath(document))!;
        Assert.Equal([], Targets(document).Where(target => !Path.Exists(Path.GetFullPath(target, directory))));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Anchors_are_headings(string document)
    {
        string directory = Path.GetDirectoryName(Documents.FullPath(document))!;
        Assert.Equal(
            [],
            from link in Links(document)
            let parts = link.Split('#')
            where parts.Length == 2
            where !Headings(parts[0].Length == 0 ? Documents.FullPath(document) : Path.GetFullPath(parts[0], directory)).Contains(parts[1])
            select link);
    }

    [Fact]
    public void Index_links_every_document()
        => Assert.Equal([], Documents.Paths.Where(path => path.StartsWith("docs/", StringComparison.Ordinal)).Select(path => path[5..])
            .Except(Targets("docs/index.md")).Where(name => name != "index.md"));

    private static IEnumerable<string> Targets(string document) => Links(document).Select(link => link.Split('#')[0]).Where(target => target.Length > 0);

    private static IEnumerable<string> Links(string document)
        => from line in Documents.Lines(document)
           from Match match in Link().Matches(line)
           let target = match.Groups["target"].Value
           where !target.Contains("://", StringComparison.Ordinal)
           select target;

    /// <summary>The anchors a code host makes of headings: lower case, hyphens for spaces, no punctuation.</summary>
    private static IEnumerable<string> Headings(string path)
        => from line in File.ReadLines(path)
           where line.StartsWith('#')
           select NotInAnchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
