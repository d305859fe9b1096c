using System.Text.RegularExpressions;
using Paname.Tests.Shared;

namespace Paname.Onnx.Tests.Documents;

/// <summary>A page of docs/, as a reader sees it.</summary>
internal static partial class Page
{
    /// <summary>Fails unless the page holds a text, wherever it breaks its lines.</summary>
    internal static void Quotes(string name, string text)
        => Assert.True(Spaces().Replace(string.Join('\n', Lines(name)), " ").Contains(text, StringComparison.Ordinal), $"docs/{name} does not hold: {text}");

    /// <summary>The lines below a heading, up to the next one.</summary>
    internal static IEnumerable<string> Section(string name, string heading)
    {
        string[] section = [.. Lines(name).SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith('#'))];
        Assert.NotEmpty(section);
        return section;
    }

    /// <summary>What stands between backticks.</summary>
    internal static IEnumerable<string> Code(IEnumerable<string> lines) => lines.SelectMany(line => Backticks().Matches(line)).Select(match => match.Groups["code"].Value);

    private static string[] Lines(string name) => File.ReadAllLines(Path.Combine(Repository.Root, "docs", name));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Backticks();
}
