namespace Paname.Testing;

/// <summary>Paths as results name them: relative to a folder, with forward slashes.</summary>
internal static class RelativePath
{
    /// <summary>The path from a folder to a file in it or below; null for one that lies elsewhere.</summary>
    internal static string? Below(string folder, string path)
    {
        string relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
        return Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) ? null : relative;
    }
}
