namespace Paname.Packaging.Tests;

/// <summary>What each package brings, and what it asks for.</summary>
[Collection("packages")]
public sealed class ContentTests(PackedLibraries packed)
{
    public static TheoryData<string> Ids { get; } = [.. PackedLibraries.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Package_holds_library_documentation_readme_and_licence(string id)
    {
        Package package = packed.Open(id);
        Assert.Equal([$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"], package.Entries.Where(entry => entry.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("README.md", package.Entries);
        Assert.Equal("README.md", package.Value("readme"));
        Assert.Equal(("expression", "MIT"), ((string?)package.Element("license")!.Attribute("type"), package.Value("license")));
        Assert.False(string.IsNullOrEmpty(package.Value("description")));
        Assert.DoesNotContain(package.Entries, entry => entry.EndsWith(".pdb", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(packed.Feed, $"{id}.{PackedLibraries.Version}.snupkg")));
    }

    [Theory]
    [InlineData("Paname.Attacks")]
    [InlineData("Paname.Onnx", "build/Paname.Onnx.targets", "buildTransitive/Paname.Onnx.targets")]
    [InlineData("Paname.Reports")]
    [InlineData("Paname.Testing", "build/Paname.Testing.targets", "buildTransitive/Paname.Testing.targets")]
    [InlineData("Paname.Testing.NUnit")]
    [InlineData("Paname.Testing.Xunit")]
    public void Build_files_are_named_after_the_package(string id, params string[] expected)
        => Assert.Equal(expected, packed.Open(id).Entries.Where(entry => entry.StartsWith("build", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Paname.Attacks", "CsvHelper 33.0.1", "MathNet.Numerics 5.0.0", "System.IO.Hashing 10.0.3", "System.Numerics.Tensors 10.0.0")]
    [InlineData("Paname.Onnx", "Google.Protobuf 3.25.1", "Microsoft.ML.OnnxRuntime 1.29.0", "Paname.Attacks " + PackedLibraries.Version, "System.Numerics.Tensors 10.0.0")]
    [InlineData("Paname.Reports", "Paname.Testing " + PackedLibraries.Version)]
    [InlineData("Paname.Testing", "Paname.Attacks " + PackedLibraries.Version)]
    [InlineData("Paname.Testing.NUnit", "NUnit [4.6.1, 5.0.0)", "Paname.Testing " + PackedLibraries.Version)]
    [InlineData("Paname.Testing.Xunit", "Paname.Testing " + PackedLibraries.Version, "xunit.assert [2.9.3, 3.0.0)", "xunit.extensibility.core [2.9.3, 3.0.0)", "xunit.extensibility.execution [2.9.3, 3.0.0)")]
    public void Dependencies_are_these_and_frameworks_are_bounded(string id, params string[] expected)
        => Assert.Equal(expected, packed.Open(id).Dependencies);

    [Fact]
    public void Tool_is_one_portable_package_with_natives_and_licences_of_its_own()
    {
        Package package = packed.Open(PackedLibraries.Tool);
        Assert.Contains("tools/net10.0/any/DotnetToolSettings.xml", package.Entries);
        Assert.Contains("tools/net10.0/any/Paname.Tool.dll", package.Entries);
        Assert.Contains("tools/net10.0/any/Paname.Reports.dll", package.Entries);
        Assert.Contains(package.Entries, entry => entry.StartsWith("tools/net10.0/any/runtimes/linux-x64/native/", StringComparison.Ordinal) && entry.Contains("onnxruntime", StringComparison.Ordinal));
        Assert.Contains(package.Entries, entry => entry.StartsWith("tools/net10.0/any/runtimes/win-x64/native/", StringComparison.Ordinal) && entry.Contains("onnxruntime", StringComparison.Ordinal));
        Assert.Equal("README.md", package.Value("readme"));
        Assert.Empty(package.Dependencies);
        Assert.True(File.Exists(Path.Combine(packed.Feed, $"{PackedLibraries.Tool}.{PackedLibraries.Version}.snupkg")));
    }

    [Fact]
    public void Templates_name_the_versions_they_were_packed_with()
    {
        Package package = packed.Open(PackedLibraries.Templates);
        Assert.Equal(2, package.Entries.Count(entry => entry.EndsWith(".template.config/template.json", StringComparison.Ordinal)));
        Assert.Equal(2, package.Entries.Count(entry => entry.EndsWith("/_gitignore", StringComparison.Ordinal)));
        Assert.Contains("README.md", package.Entries);
        Assert.DoesNotContain(package.Entries, entry => entry.StartsWith("lib/", StringComparison.Ordinal));
    }
}
