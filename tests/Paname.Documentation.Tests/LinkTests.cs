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

    [Fact]
    public void Index_links_every_document()
        => Assert.Equal([], Documents.Paths.Where(path => path.StartsWith("docs/", StringComparison.Ordinal)).Select(path => path[5..])
            .Except(Targets("docs/index.md")).Where(name => name != "index.md"));

    private static IEnumerable<string> Targets(string document)
        => from line in Documents.Lines(document)
           from Match match in Link().Matches(line)
           let target = match.Groups["target"].Value.Split('#')[0]
           where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
           select target;

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
