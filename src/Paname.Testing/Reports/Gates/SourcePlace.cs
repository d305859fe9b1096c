namespace Paname.Testing;

/// <summary>The place in the sources where a gate stands, relative to the repository: never a path of a machine.</summary>
/// <param name="File">With forward slashes.</param>
/// <param name="Line">From 1.</param>
internal sealed record SourcePlace(string File, int Line)
{
    // What a deterministic build writes in the place of the repository's root.
    private const string Mapped = "/_/";

    /// <param name="file">The caller's file as the compiler wrote it.</param>
    /// <param name="line">The caller's line.</param>
    /// <returns>The place, or null when it is not known or does not lie in the repository.</returns>
    internal static SourcePlace? Of(string? file, int line) => Of(file, line, ResultPlaces.Project);

    internal static SourcePlace? Of(string? file, int line, string project)
    {
        if (string.IsNullOrEmpty(file) || line <= 0)
        {
            return null;
        }

        if (file.StartsWith(Mapped, StringComparison.Ordinal))
        {
            return new SourcePlace(file[Mapped.Length..], line);
        }

        if (!Path.IsPathFullyQualified(file))
        {
            return null;
        }

        return RelativePath.Below(GitHead.RepositoryOf(project) ?? project, file) is { } relative ? new SourcePlace(relative, line) : null;
    }
}
