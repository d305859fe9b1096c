using Paname.Tests.Shared;

namespace Paname.Packaging.Tests;

/// <summary>The libraries, the tool and the templates, packed once from what is built already, into a folder that is deleted afterwards.</summary>
public sealed class PackedLibraries : IDisposable
{
    /// <summary>No released version has this name, so no package cache answers in place of the folder.</summary>
    internal const string Version = "0.1.0-packed";

    internal const string Tool = "paname";
    internal const string Templates = "Paname.Templates";

    internal static readonly string[] Ids = ["Paname.Attacks", "Paname.Onnx", "Paname.Reports", "Paname.Testing", "Paname.Testing.NUnit", "Paname.Testing.Xunit"];

    public PackedLibraries()
    {
        IEnumerable<string> projects = Ids.Select(id => Path.Combine("src", id, id)).Append(Path.Combine("src", "Paname.Tool", "Paname.Tool")).Append(Path.Combine("templates", Templates));
        string list = string.Join(string.Empty, projects.Select(path => $"<Library Include=\"{Path.Combine(Repository.Root, path)}.csproj\" />"));
        string project = Path.Combine(Directory, "pack.proj");
        File.WriteAllText(project, $"""
            <Project>
              <ItemGroup>{list}</ItemGroup>
              <Target Name="Pack">
                <MSBuild Projects="@(Library)" Targets="Pack" Properties="Configuration={Repository.Configuration};NoBuild=true;PackageVersion={Version};PackageOutputPath={Feed};NuspecOutputPath={Path.Combine(Directory, "nuspec")}" />
              </Target>
            </Project>
            """);
        (int exitCode, string output) = DotNet.Run(["msbuild", project, "-t:Pack", "-nologo", "-v:quiet"]);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"The libraries did not pack:\n{output}");
        }
    }

    internal string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("paname-packed-").FullName;

    internal string Feed => Path.Combine(Directory, "feed");

    internal Package Open(string id) => Package.Read(Path.Combine(Feed, $"{id}.{Version}.nupkg"));

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
