namespace Paname.Testing;

/// <summary>Reads from a repository's files which commit is checked out; git itself is never run.</summary>
internal static class GitHead
{
    private const string Dot = ".git";
    private const string Ref = "ref: ";

    /// <summary>The folder that holds the repository's files, at or above one; null outside a repository.</summary>
    internal static string? RepositoryOf(string directory)
    {
        for (DirectoryInfo? at = new(directory); at is not null; at = at.Parent)
        {
            string dot = Path.Combine(at.FullName, Dot);
            if (Directory.Exists(dot) || File.Exists(dot))
            {
                return at.FullName;
            }
        }

        return null;
    }

    /// <summary>The commit checked out at or above a folder; null outside a repository, before the first commit, and where its files cannot be read.</summary>
    internal static string? CommitAt(string directory)
    {
        try
        {
            return RepositoryOf(directory) is { } repository ? Commit(Folder(repository)) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    internal static bool IsHash(string? text) => text is { Length: 40 or 64 } && text.All(char.IsAsciiHexDigit);

    // A worktree and a submodule hold a file that names the folder instead.
    private static string Folder(string repository)
    {
        string dot = Path.Combine(repository, Dot);
        const string Elsewhere = "gitdir: ";
        return Directory.Exists(dot) || File.ReadAllText(dot).Trim() is not { } text || !text.StartsWith(Elsewhere, StringComparison.Ordinal)
            ? dot
            : Path.GetFullPath(text[Elsewhere.Length..], repository);
    }

    private static string? Commit(string folder)
    {
        string common = Path.Combine(folder, "commondir") is var pointer && File.Exists(pointer) ? Path.GetFullPath(File.ReadAllText(pointer).Trim(), folder) : folder;
        string head = File.ReadAllText(Path.Combine(folder, "HEAD")).Trim();
        for (int hops = 0; head.StartsWith(Ref, StringComparison.Ordinal) && hops < 5; hops++)
        {
            string name = head[Ref.Length..].Trim();
            head = Loose(folder, name) ?? Loose(common, name) ?? Packed(common, name) ?? string.Empty;
        }

        return IsHash(head) ? head : null;
    }

    private static string? Loose(string folder, string name) => Path.Combine(folder, name) is var file && File.Exists(file) ? File.ReadAllText(file).Trim() : null;

    private static string? Packed(string folder, string name)
        => Path.Combine(folder, "packed-refs") is var file && File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(line => line.EndsWith(" " + name, StringComparison.Ordinal) && !line.StartsWith('#'))?.Split(' ')[0]
            : null;
}
