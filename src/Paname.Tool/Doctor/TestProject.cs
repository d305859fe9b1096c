namespace Paname.Tool;

/// <summary>A test project that uses Paname, with what it was last built to.</summary>
/// <param name="File">The project file.</param>
/// <param name="Assembly">The newest assembly of its name below bin, or null when it was not built.</param>
internal sealed record TestProject(string File, string? Assembly)
{
    internal string Directory => Path.GetDirectoryName(File)!;

    internal static IReadOnlyList<TestProject> In(string directory)
        => [.. ReceivedFile.Walk(directory, "*.csproj").Order(StringComparer.Ordinal).Where(file => System.IO.File.ReadAllText(file).Contains("Paname.Testing.", StringComparison.Ordinal)).Select(Of)];

    private static TestProject Of(string file)
    {
        string output = Path.Combine(Path.GetDirectoryName(file)!, "bin");
        string name = Path.GetFileNameWithoutExtension(file) + ".dll";
        string? newest = System.IO.Directory.Exists(output)
            ? System.IO.Directory.EnumerateFiles(output, name, SearchOption.AllDirectories).Where(found => !found.Contains($"{Path.DirectorySeparatorChar}ref{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).MaxBy(System.IO.File.GetLastWriteTimeUtc)
            : null;
        return new TestProject(file, newest);
    }
}
