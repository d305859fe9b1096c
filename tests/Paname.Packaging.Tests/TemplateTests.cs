using System.Text.RegularExpressions;
using Paname.Tests.Shared;

namespace Paname.Packaging.Tests;

/// <summary>The templates, installed from the package, make projects whose tests run as they are, from packages alone.</summary>
[Collection("packages")]
public sealed class TemplateTests(PackedLibraries packed)
{
    [Theory]
    [InlineData("xunit")]
    [InlineData("nunit")]
    public void Project_is_green_as_it_is_made(string framework)
    {
        string project = New(framework, "Toy.Tests");
        Assert.True(File.Exists(Path.Combine(project, ".gitignore")));
        (int exitCode, string output) = DotNet.Run(["test", project, "--nologo", "--logger", "console;verbosity=normal"]);
        string counts = Regex.Match(output, @"Total tests: .*").Value + string.Concat(Regex.Matches(output, @"^\s+(Passed|Failed|Skipped): \d+", RegexOptions.Multiline));
        Assert.True(exitCode == 0, output);
        Assert.Equal("Total tests: 5 Passed: 4 Skipped: 1", Regex.Replace(counts, @"\s+", " "));
    }

    [Fact]
    public void A_model_given_takes_the_place_of_the_toy()
    {
        string project = New("xunit", "Credit.Tests", "--model", "models/credit.onnx", "--label", "Bad");
        string subject = File.ReadAllText(Path.Combine(project, "AuditedModel.cs"));
        Assert.Contains("OnnxClassifier.Load(\"models/credit.onnx\")", subject, StringComparison.Ordinal);
        Assert.Contains("MembershipData.FromCsv(\"data/train.csv\", \"data/holdout.csv\", label: \"Bad\", id: \"Id\")", subject, StringComparison.Ordinal);
        Assert.DoesNotContain("ToyModel", subject, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(project, "ToyModel.cs")));
    }

    /// <summary>Makes a project from the packed templates, with a folder of templates of its own, and the packed feed beside it.</summary>
    private string New(string framework, string name, params string[] options)
    {
        string folder = Directory.CreateDirectory(Path.Combine(packed.Directory, $"new-{framework}-{name}")).FullName;
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{packed.Feed}" />
                <add key="onnxruntime" value="{Path.Combine(Repository.Root, "eng", "feed")}" />
              </packageSources>
            </configuration>
            """);

        // What this repository restored already is not copied: the packed libraries alone come from the feed.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>{Path.Combine(packed.Directory, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{Consumer.MachinePackages()}</RestoreFallbackFolders>
              </PropertyGroup>
            </Project>
            """);
        string hive = Path.Combine(folder, "templates");
        Run(["new", "install", Path.Combine(packed.Feed, $"{PackedLibraries.Templates}.{PackedLibraries.Version}.nupkg"), "--force", "--debug:custom-hive", hive]);
        string project = Path.Combine(folder, name);
        Run(["new", $"paname-{framework}", "-n", name, "-o", project, "--no-update-check", "--debug:custom-hive", hive, .. options]);
        return project;
    }

    private static void Run(string[] arguments)
    {
        (int exitCode, string output) = DotNet.Run(arguments);
        Assert.True(exitCode == 0, output);
    }
}
