using Paname.Tests.Shared;

namespace Paname.Documentation.Tests;

/// <summary>Builds blocks in a project as a user of the packages has it: nullable, implicit usings, the packages' own targets.</summary>
internal static class BlockProject
{
    internal static (int ExitCode, string Output) Build(string framework, IEnumerable<CodeBlock> blocks)
    {
        string directory = Directory.CreateTempSubdirectory("paname-docs-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(directory, "Blocks.csproj"), Project(framework));
            File.WriteAllText(Path.Combine(directory, "Predeclared.cs"), BlockSource.Predeclared);
            foreach ((int index, CodeBlock block) in blocks.Index())
            {
                File.WriteAllText(
                    Path.Combine(directory, FormattableString.Invariant($"Block{index}.cs")), BlockSource.Write(block, Documents.FullPath(block.Document)));
            }

            return DotNet.Run(["build", Path.Combine(directory, "Blocks.csproj"), "--nologo", "-v:quiet", "-consoleLoggerParameters:NoSummary"]);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    // References without packages: the restore needs nothing from any source.
    private static string Project(string framework) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", References(framework).Select(name => $"<Reference Include=\"{name}\" HintPath=\"{Path.Combine(AppContext.BaseDirectory, name)}.dll\" />"))}
            <Using Include="{(framework == "xunit" ? "Xunit" : "NUnit.Framework")}" />
          </ItemGroup>
          <Import Project="{Path.Combine(Repository.Root, "src", "Paname.Testing", "build", "Paname.Testing.targets")}" />
          <Import Project="{Path.Combine(Repository.Root, "src", "Paname.Onnx", "build", "Paname.Onnx.targets")}" />
        </Project>
        """;

    private static string[] References(string framework) =>
    [
        "Paname.Attacks", "Paname.Onnx", "Paname.Reports", "Paname.Testing",
        .. framework == "xunit"
            ? new[] { "Paname.Testing.Xunit", "xunit.assert", "xunit.core", "xunit.abstractions", "xunit.execution.dotnet" }
            : ["Paname.Testing.NUnit", "nunit.framework"],
    ];
}
