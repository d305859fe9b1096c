namespace Paname.Onnx.Graphs;

/// <summary>A path with every symbolic link on the way resolved.</summary>
internal static class RealPath
{
    // Linux gives up after 40 links as well.
    private const int MaximumLinks = 40;

    internal static string Of(string path)
    {
        int links = 0;
        return Resolve(Path.GetFullPath(path), ref links);
    }

    private static string Resolve(string path, ref int links)
    {
        string root = Path.GetPathRoot(path)!;
        string resolved = root;
        foreach (string part in path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, part);
            if (new FileInfo(resolved).LinkTarget is not { } target)
            {
                continue;
            }

            if (++links > MaximumLinks)
            {
                throw new IOException("Too many symbolic links.");
            }

            resolved = Resolve(Path.GetFullPath(target, Path.GetDirectoryName(resolved)!), ref links);
        }

        return resolved;
    }
}
