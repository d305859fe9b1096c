using System.Xml.Linq;
using Paname.Tests.Shared;

namespace Paname.Packaging.Tests;

/// <summary>A test project of a user outside this repository, which knows Paname by its packages only.</summary>
internal sealed class Consumer(PackedLibraries packed, string framework)
{
    private readonly string _directory = Path.Combine(packed.Directory, framework);

    /// <summary>Restores, builds and runs the project's tests.</summary>
    internal (int ExitCode, string Output) Test(string code)
    {
        Directory.CreateDirectory(_directory);
        File.WriteAllText(Path.Combine(_directory, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{packed.Feed}" />
                <add key="onnxruntime" value="{Path.Combine(Repository.Root, "eng", "feed")}" />
              </packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(_directory, "Consumer.csproj"), Project());
        File.WriteAllText(Path.Combine(_directory, "PrivacyTests.cs"), code);
        string sample = Path.Combine(Repository.Root, "samples", "ModelRepoExample");
        foreach (string file in new[] { "models/credit.onnx", "models/credit-overfit.onnx", "data/train.csv", "data/holdout.csv" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_directory, file))!);
            File.Copy(Path.Combine(sample, file), Path.Combine(_directory, file));
        }

        return DotNet.Run(["test", Path.Combine(_directory, "Consumer.csproj"), "--nologo", "--logger", "console;verbosity=normal"]);
    }

    private string Project()
    {
        string[] packages = framework == "Xunit" ? ["xunit", "xunit.runner.visualstudio"] : ["NUnit", "NUnit3TestAdapter"];
        IEnumerable<string> references = packages.Append("Microsoft.NET.Test.Sdk").Select(id => $"<PackageReference Include=\"{id}\" Version=\"{Pinned(id)}\" />")
            .Concat(new[] { "Paname.Onnx", $"Paname.Testing.{framework}" }.Select(id => $"<PackageReference Include=\"{id}\" Version=\"{PackedLibraries.Version}\" />"));

        // What this repository restored already is not copied: the consumer's own folder receives the packed libraries only.
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <IsPackable>false</IsPackable>
                <RestorePackagesPath>{Path.Combine(packed.Directory, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{MachinePackages()}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", references)}
              </ItemGroup>
            </Project>
            """;
    }

    private static string Pinned(string id)
        => XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Where(version => (string?)version.Attribute("Include") == id)
            .Select(version => ((string)version.Attribute("Version")!).Trim('[').Split(',')[0])
            .Single();

    internal static string MachinePackages()
        => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
