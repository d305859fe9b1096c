using System.Xml;
using System.Xml.Linq;
using Paname.Testing;

namespace Paname.Tool;

/// <summary>Looks at what surrounds the tests: received files, run settings, .gitignore.</summary>
internal static class RepositoryCheck
{
    internal static IEnumerable<Complaint> Received(string directory, Func<string, string?> variable)
    {
        string[] waiting = [.. ReceivedFile.In(directory, variable).Select(file => file.Name)];
        if (waiting.Length > 0)
        {
            yield return new Complaint("received", false, $"Received files wait: {string.Join(", ", waiting)}.", "Look at them with 'paname review'; accept them, or delete them and run the tests again.");
        }
    }

    internal static IEnumerable<Complaint> Settings(TestProject project)
    {
        if (!Upwards(project.Directory).SelectMany(folder => Directory.EnumerateFiles(folder, "*.runsettings").Concat(Directory.Exists(Path.Combine(folder, "eng")) ? Directory.EnumerateFiles(Path.Combine(folder, "eng"), "*.runsettings") : [])).Any(RefusesNoTests))
        {
            yield return new Complaint(
                "runsettings", true, $"{Path.GetFileName(project.File)}: no .runsettings sets TreatNoTestsAsError, so that a run that finds no test is green.",
                "Add a .runsettings with <RunConfiguration><TreatNoTestsAsError>true</TreatNoTestsAsError></RunConfiguration> and name it in RunSettingsFilePath.");
        }
    }

    internal static IEnumerable<Complaint> Ignored(string directory, bool anyProject)
    {
        bool ignored = Upwards(directory).Select(folder => Path.Combine(folder, ".gitignore")).Where(File.Exists)
            .SelectMany(File.ReadLines).Select(line => line.Trim()).Any(line => line is "*.received.*" or "*.received.json" or "**/*.received.*" or "**/*.received.json");
        if (anyProject && !ignored)
        {
            yield return new Complaint("gitignore", false, "No .gitignore leaves out received files.", "Add the line *.received.* to .gitignore.");
        }
    }

    /// <summary>The folder and those around it, up to the repository's root.</summary>
    private static IEnumerable<string> Upwards(string directory)
    {
        for (DirectoryInfo? folder = new(directory); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                yield break;
            }
        }
    }

    private static bool RefusesNoTests(string file)
    {
        try
        {
            return XDocument.Load(file).Descendants("TreatNoTestsAsError").Any(value => value.Value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase));
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
