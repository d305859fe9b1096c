using Paname.Tests.Shared;

namespace Paname.Documentation.Tests;

/// <summary>The documents a user reads, by their path from the root of the repository.</summary>
internal static class Documents
{
    internal static IReadOnlyList<string> Paths { get; } =
    [
        "README.md",
        .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(path => "docs/" + Path.GetFileName(path)).Order(StringComparer.Ordinal),
        "samples/ModelRepoExample/README.md",
    ];

    internal static string FullPath(string document) => Path.Combine(Repository.Root, document);

    internal static string[] Lines(string document) => File.ReadAllLines(FullPath(document));
}
