namespace Paname.Attacks.Data;

/// <summary>Finds the files a test names, wherever the test runner was started.</summary>
public static class ProjectPath
{
    /// <summary>The name of the run-time configuration value that holds the directory of the test project.</summary>
    public const string DirectoryKey = "Paname.ProjectDirectory";

    /// <summary>Finds a file: an absolute path as it is; a relative one below the test project's directory (the run-time
    /// configuration value <see cref="DirectoryKey"/>), the current directory or the program's directory, whichever has it first.</summary>
    /// <param name="path">A path to a file.</param>
    /// <returns>The full path of a file that exists.</returns>
    /// <exception cref="PanameDataException">There is no such file; the message lists the places looked at.</exception>
    public static string Resolve(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string? project = AppContext.GetData(DirectoryKey) as string;
        return Resolve(path, string.IsNullOrEmpty(project) ? null : project, Environment.CurrentDirectory, AppContext.BaseDirectory);
    }

    internal static string Resolve(string path, string? project, string current, string program)
    {
        if (Path.IsPathFullyQualified(path))
        {
            return File.Exists(path) ? Path.GetFullPath(path) : throw Missing(path, [Path.GetDirectoryName(path) ?? path]);
        }

        string[] places = [.. new[] { project, current, program }.OfType<string>().Select(Path.TrimEndingDirectorySeparator).Distinct(StringComparer.Ordinal)];
        foreach (string place in places)
        {
            string candidate = Path.GetFullPath(path, place);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw Missing(path, places);
    }

    private static PanameDataException Missing(string path, string[] places)
    {
        if (places.Any(place => Directory.Exists(Path.Combine(place, path))))
        {
            return new PanameDataException($"'{path}' is a directory; a file is needed.");
        }

        return new PanameDataException(
            $"The file '{path}' was not found. Looked in: {string.Join("; ", places)}. Give a path relative to the test project's directory, or copy the file to the output directory.");
    }
}
